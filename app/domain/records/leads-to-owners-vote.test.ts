import { expect, test } from 'vitest'
import { leadsToOwnersVote } from './leads-to-owners-vote.ts'

const RECOMMENDED = {
  label: 'recommendation',
  body: 'owners',
  outcome: 'carried',
  withdrawn: false,
} as const

test.for([
  [{}, true],
  [{ outcome: 'consensus' }, true],
  [{ outcome: 'not-carried' }, false],
  [{ withdrawn: true }, false],
  [{ body: 'owners-committee' }, false],
  [{ body: 'session' }, false],
  [{ label: 'resolution' }, false],
] as const)('[R8] what leads to an owners’ vote: %o %s', ([changed, leads]) => {
  expect(leadsToOwnersVote({ ...RECOMMENDED, ...changed })).toBe(leads)
})
