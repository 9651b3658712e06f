import type { RuleProfileId } from '#app/domain/voting/rule-profile-id.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'

/** Some electors alike: how many, their area in m², and what they chose; null stayed silent. */
export type ElectorGroup = {
  count: number
  area?: string
  choice: Choice | null
  /** Left out where the rule does not count the room. */
  present?: boolean
}

export type BallotCase = {
  id: string
  title: string
  profile: RuleProfileId
  electors: ElectorGroup[]
  expect: { quorumMet: boolean; passed: boolean; failed: string[] }
}

/** Worked ballots. Their ids are how we speak of a question of law; they never change. */
export const BALLOT_CASES: BallotCase[] = [
  {
    id: 'G01',
    title: 'seven of ten take part, five of them say yes',
    profile: 'owners-general',
    electors: [
      { count: 5, area: '100.00', choice: 'yes' },
      { count: 2, area: '100.00', choice: 'no' },
      { count: 3, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G03',
    title: 'exactly two thirds take part: 以上 includes the number itself',
    profile: 'owners-general',
    electors: [
      { count: 4, area: '100.00', choice: 'yes' },
      { count: 2, area: '100.00', choice: 'no' },
      { count: 3, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G04b',
    title: '667 of 1,000 heads is two thirds and a bit',
    profile: 'owners-general',
    electors: [
      { count: 600, area: '100.00', choice: 'yes' },
      { count: 67, area: '100.00', choice: 'no' },
      { count: 333, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G05',
    title: 'exactly half say yes: not 过半数',
    profile: 'owners-general',
    electors: [
      { count: 4, area: '100.00', choice: 'yes' },
      { count: 4, area: '100.00', choice: 'no' },
      { count: 4, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: false, failed: ['APPROVE_HEADS', 'APPROVE_AREA'] },
  },
  {
    id: 'G07',
    title: 'abstaining is taking part',
    profile: 'owners-general',
    electors: [
      { count: 5, area: '100.00', choice: 'yes' },
      { count: 1, area: '100.00', choice: 'no' },
      { count: 2, area: '100.00', choice: 'abstain' },
      { count: 4, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G09',
    title: 'special: 8 of 11 is short of three quarters',
    profile: 'owners-special',
    electors: [
      { count: 8, area: '100.00', choice: 'yes' },
      { count: 3, area: '100.00', choice: 'no' },
      { count: 1, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: false, failed: ['APPROVE_HEADS', 'APPROVE_AREA'] },
  },
  {
    id: 'G11a',
    title: 'the developer stays silent: heads suffice, area does not',
    profile: 'owners-general',
    electors: [
      { count: 40, area: '100.00', choice: 'yes' },
      { count: 1, area: '100.00', choice: 'no' },
      { count: 20, area: '220.00', choice: null },
    ],
    expect: { quorumMet: false, passed: false, failed: ['QUORUM_AREA'] },
  },
  {
    id: 'G11c',
    title: 'special: 41 of 42 heads, and one large owner outweighs them by area',
    profile: 'owners-special',
    electors: [
      { count: 41, area: '100.00', choice: 'yes' },
      { count: 1, area: '2500.00', choice: 'no' },
      { count: 19, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: false, failed: ['APPROVE_AREA'] },
  },
  {
    id: 'G14b',
    title: 'parking counted in: quorum fails by both measures',
    profile: 'owners-general',
    electors: [
      { count: 6, area: '125.00', choice: 'yes' },
      { count: 1, area: '125.00', choice: 'no' },
      { count: 4, area: '156.25', choice: null },
    ],
    expect: { quorumMet: false, passed: false, failed: ['QUORUM_HEADS', 'QUORUM_AREA'] },
  },
  {
    id: 'G15b',
    title: 'the contract area instead of the register’s turns the quorum',
    profile: 'owners-general',
    electors: [
      { count: 2, area: '99.50', choice: 'yes' },
      { count: 1, area: '100.00', choice: null },
    ],
    expect: { quorumMet: false, passed: false, failed: ['QUORUM_AREA'] },
  },
  {
    id: 'G16b',
    title: 'proxies without a cap in the local rules count',
    profile: 'owners-general',
    electors: [
      { count: 8, area: '100.00', choice: 'yes' },
      { count: 4, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G18b',
    title: 'a silence clause filled in on the roll: 11 of 12 count',
    profile: 'owners-general',
    electors: [
      { count: 10, area: '100.00', choice: 'yes' },
      { count: 1, area: '100.00', choice: 'no' },
      { count: 1, area: '100.00', choice: null },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G23',
    title: 'nobody votes',
    profile: 'owners-general',
    electors: [{ count: 12, area: '100.00', choice: null }],
    expect: { quorumMet: false, passed: false, failed: ['QUORUM_HEADS', 'QUORUM_AREA'] },
  },
  {
    id: 'G26a',
    title: 'using the maintenance fund is a general matter: 6 of 9',
    profile: 'owners-general',
    electors: [
      { count: 6, area: '100.00', choice: 'yes' },
      { count: 3, area: '100.00', choice: 'no' },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'G27',
    title: 'ten flats against one owner of as much: area is exactly half',
    profile: 'owners-general',
    electors: [
      { count: 10, area: '100.00', choice: 'yes' },
      { count: 1, area: '1000.00', choice: 'no' },
    ],
    expect: { quorumMet: true, passed: false, failed: ['APPROVE_AREA'] },
  },
  {
    id: 'R01b',
    title: 'residents’ meeting: 250 of 501 present is not more than half',
    profile: 'residents-meeting',
    electors: [
      { count: 250, choice: 'yes', present: true },
      { count: 251, choice: 'no', present: true },
      { count: 499, choice: null, present: false },
    ],
    expect: { quorumMet: true, passed: false, failed: ['APPROVE_HEADS'] },
  },
  {
    id: 'R02a',
    title: 'representatives: 27 of 40 present, 14 yes',
    profile: 'residents-reps-meeting',
    electors: [
      { count: 14, choice: 'yes', present: true },
      { count: 13, choice: 'no', present: true },
      { count: 13, choice: null, present: false },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'R02c',
    title: 'representatives: exactly two thirds present is enough',
    profile: 'residents-reps-meeting',
    electors: [
      { count: 11, choice: 'yes', present: true },
      { count: 9, choice: 'no', present: true },
      { count: 10, choice: null, present: false },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'R03',
    title: 'election by representatives: exactly two thirds is not 超过',
    profile: 'residents-committee-election-by-reps',
    electors: [
      { count: 20, choice: 'yes', present: true },
      { count: 10, choice: null, present: false },
    ],
    expect: { quorumMet: false, passed: false, failed: ['QUORUM_HEADS'] },
  },
  {
    id: 'R04a',
    title: 'owners’ committee: more than half of all members, not of those present',
    profile: 'owners-committee',
    electors: [
      { count: 3, choice: 'yes', present: true },
      { count: 1, choice: 'no', present: true },
      { count: 3, choice: null, present: false },
    ],
    expect: { quorumMet: true, passed: false, failed: ['APPROVE_HEADS'] },
  },
  {
    id: 'R05a',
    title: 'village meeting by households: exactly two thirds present',
    profile: 'village-meeting-households',
    electors: [
      { count: 41, choice: 'yes', present: true },
      { count: 39, choice: 'no', present: true },
      { count: 40, choice: null, present: false },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
  {
    id: 'R06a',
    title: 'party meeting: half of all members, the half included',
    profile: 'party-meeting',
    electors: [
      { count: 15, choice: 'yes', present: true },
      { count: 5, choice: 'no', present: true },
      { count: 10, choice: null, present: false },
    ],
    expect: { quorumMet: true, passed: true, failed: [] },
  },
]
