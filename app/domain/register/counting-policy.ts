import type { CountingPolicy } from './register.ts'

/** Before anybody has chosen. Parking has no default: the owners' own rules must say. */
export const UNCHOSEN_POLICY: CountingPolicy = {
  parking: null,
  ownerMergeKey: 'exact-set',
  proxyCap: 3,
  duplicateBallot: 'first-stands',
  invalidMark: 'not-participating',
  silence: 'ignore',
  silenceBasis: null,
  debtorsVote: 'count',
  debtorsBasis: null,
  electronicChannel: 'mixed',
  publicationDays: 15,
}
