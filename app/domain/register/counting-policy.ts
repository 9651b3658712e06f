import type { CountingPolicy } from './register.ts'

/**
 * Before anybody has chosen. Parking has no default: the owners' own rules must say. Nor has a
 * proxy's holder a limit that no text sets: the national rules ask for writing alone
 * (业主大会和业主委员会指导规则 Art. 26).
 */
export const UNCHOSEN_POLICY: CountingPolicy = {
  parking: null,
  ownerMergeKey: 'exact-set',
  proxyCap: null,
  duplicateBallot: 'first-stands',
  invalidMark: 'not-participating',
  silence: 'ignore',
  silenceBasis: null,
  debtorsVote: 'count',
  debtorsBasis: null,
  electronicChannel: 'mixed',
  publicationDays: 15,
}
