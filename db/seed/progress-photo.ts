import sharp from 'sharp'
import type { MatterCategory } from '#app/domain/matters/matter.ts'

/** Ground and mark colours of the drawn pictures, by what the matter is about. */
const COLOURS: Partial<Record<MatterCategory, [ground: string, mark: string]>> = {
  FIRE: ['#DFEEE2', '#286141'],
  PARK: ['#E0EAFA', '#375480'],
  LIFT: ['#EFE6F3', '#64476E'],
  NOISE: ['#DBEDF2', '#2C7385'],
  ELDER: ['#F6E7D2', '#925B00'],
}

/** A drawn picture in place of a photo: the demo shows nobody's home. */
export async function drawProgressPhoto(
  category: MatterCategory,
  percent: number,
): Promise<Uint8Array> {
  const [ground, mark] = COLOURS[category] ?? ['#EEEBE2', '#454E49']
  const posts = [180, 320, 460, 600]
    .slice(0, percent >= 100 ? 4 : 2)
    .map((x) => `<rect x="${x}" y="240" width="14" height="230" fill="${mark}"/>`)
    .join('')
  const roof =
    percent >= 50 ? `<path d="M130 250 L400 170 L670 250 Z" fill="${mark}" opacity=".85"/>` : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="${ground}"/>
    <rect y="460" width="800" height="140" fill="#CFC7B3"/>
    ${roof}${posts}
    <circle cx="690" cy="110" r="44" fill="#FFFEFB"/>
  </svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer())
}
