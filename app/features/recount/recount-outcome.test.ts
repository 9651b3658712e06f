import { expect, test } from 'vitest'
import { inequalityOf } from './inequality.ts'
import { outcomeOf } from './recount-outcome.ts'

const RECORD = {
  format: 'council730.ballot/1',
  title: '换水泵软接头',
  rule: {
    id: 'trial',
    measures: ['heads', 'area'],
    quorum: { of: 'roll', count: 'participating', share: [2, 3], strict: false },
    pass: { of: 'participating', share: [1, 2], strict: true },
  },
  roll: ['a', 'b', 'c'].map((elector) => ({ elector, heads: 1, area: '70.05' })),
  votes: ['a', 'b'].map((elector) => ({ elector, choice: 'yes' })),
}
const unsigned = () => 'unsigned' as const

test('[C7] a file is counted with the same rules wherever the page runs', async () => {
  const outcome = await outcomeOf(JSON.stringify(RECORD), unsigned)
  expect(outcome).toMatchObject({
    kind: 'counted',
    signature: 'unsigned',
    recount: { title: '换水泵软接头', claims: false, verdict: { passed: true } },
  })
})

test('[C7] what cannot be counted is said with its place', async () => {
  expect(await outcomeOf(null, unsigned)).toMatchObject({ kind: 'malformed', path: 'record' })
  const votes = [...RECORD.votes, { elector: 'x', choice: 'no' }]
  expect(await outcomeOf(JSON.stringify({ ...RECORD, votes }), unsigned)).toEqual({
    kind: 'malformed',
    path: 'votes[2].elector',
    problem: 'not-on-roll',
  })
})

test('[V3] a test is shown as two products that anybody can multiply', async () => {
  const outcome = await outcomeOf(JSON.stringify(RECORD), unsigned)
  const tests = outcome.kind === 'counted' ? outcome.recount.verdict.tests : []
  expect(
    tests.map(inequalityOf).map(({ left, sign, right }) => `${left} ${sign} ${right}`),
  ).toEqual(['6 ≥ 6', '420.30 ≥ 420.30', '4 > 2', '280.20 > 140.10'])
})
