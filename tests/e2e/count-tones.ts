import type { Actor } from './actors.ts'

/** Counts every tone that this page plays from now on. */
export async function countTones({ page }: Actor): Promise<void> {
  await page.addInitScript(() => {
    const counted = Object.assign(window, { tones: 0 })
    const { createOscillator } = AudioContext.prototype
    AudioContext.prototype.createOscillator = function () {
      counted.tones += 1
      return createOscillator.call(this)
    }
  })
}

export const tones = ({ page }: Actor): Promise<number> =>
  page.evaluate(() => (window as unknown as { tones: number }).tones)
