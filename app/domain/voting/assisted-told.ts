import { FEWEST_PAPERS } from './few-secret-papers.ts'

/** How many votes staff entered for somebody, with a witness; `few`: some, and too few to say how many. */
export type AssistedTold = number | 'few'

/** As anybody may read it: fewer than five people are never set apart by number. Never whose, anywhere. */
export function assistedForAll(assisted: AssistedTold): AssistedTold {
  return assisted !== 'few' && assisted < FEWEST_PAPERS ? 'few' : assisted
}
