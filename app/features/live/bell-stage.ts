/** `soon`: the soft bell; `over`: the time is up. */
export type BellStage = 'soon' | 'over'

/**
 * @param leftMs - what is left of the turn; negative when it has run over.
 * @param warnMs - how long before the end the bell rings softly.
 */
export function bellAt(leftMs: number, warnMs: number): BellStage | null {
  if (leftMs <= 0) return 'over'
  return leftMs <= warnMs ? 'soon' : null
}
