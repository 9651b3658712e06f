import sharp from 'sharp'

/** A drawn ballot paper in place of a photo: three boxes, one of them ticked, and no name. */
export async function drawBallotPaper(): Promise<Uint8Array> {
  const boxes = [300, 380, 460]
    .map(
      (
        y,
      ) => `<rect x="130" y="${y}" width="44" height="44" fill="none" stroke="#1E2422" stroke-width="4"/>
      <rect x="200" y="${y + 12}" width="120" height="18" fill="#9AA39D"/>`,
    )
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">
    <rect width="600" height="800" fill="#6B7280"/>
    <rect x="60" y="50" width="480" height="700" fill="#FFFEFB"/>
    <rect x="130" y="110" width="340" height="26" fill="#454E49"/>
    <rect x="130" y="170" width="340" height="12" fill="#C9CFCB"/>
    <rect x="130" y="200" width="280" height="12" fill="#C9CFCB"/>
    ${boxes}
    <path d="M136 322 L150 338 L182 292" fill="none" stroke="#375480" stroke-width="8"/>
    <rect x="130" y="600" width="160" height="2" fill="#454E49"/>
  </svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer())
}
