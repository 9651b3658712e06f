import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RULE } from '#tests/helpers/pure-room.ts'
import { CHOICES, type Choice } from './ballot.ts'
import { withoutFewPapers } from './few-secret-papers.ts'
import { tallyBallot } from './tally.ts'

const counted = (choices: readonly Choice[], stayedAway = 2) => {
  const electors = Array.from({ length: choices.length + stayedAway }, (_, n) => `e${n}`)
  return tallyBallot({
    rule: RULE,
    roll: electors.map((elector) => ({ elector, heads: 1, area: null })),
    present: electors,
    votes: choices.map((choice, n) => ({ elector: `e${n}`, choice })),
  })
}

describe('[V27] of fewer than 5 secret papers only the outcome leaves the count', () => {
  test('four papers: how it ended, and nothing of yes and no', () => {
    const kept = withoutFewPapers(counted(['yes', 'yes', 'yes', 'no'], 0), 'secret')
    expect(kept).toMatchObject({ passed: true, quorumMet: true, splitWithheld: true })
    expect(kept.counts).toEqual({})
    expect(kept.tests.filter(({ test }) => test === 'pass')).toEqual([])
  })

  test.each([
    ['five papers', ['yes', 'yes', 'yes', 'no', 'no'], 'secret'],
    ['nobody voted: there is nobody to protect', [], 'secret'],
    ['an open ballot of two', ['yes', 'no'], 'open'],
  ] as const)('%s: the whole sum', (_why, choices, secrecy) => {
    const verdict = counted(choices)
    expect(withoutFewPapers(verdict, secrecy)).toBe(verdict)
  })

  test('two splits with one outcome cannot be told apart', () => {
    const papers = fc.array(fc.constantFrom(...CHOICES), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(papers, papers, (one, other) => {
        const [a, b] = [counted(one), counted(other)]
        fc.pre(a.passed === b.passed)
        expect(withoutFewPapers(a, 'secret')).toEqual(withoutFewPapers(b, 'secret'))
        expect(withoutFewPapers(withoutFewPapers(a, 'secret'), 'secret')).toEqual(
          withoutFewPapers(a, 'secret'),
        )
      }),
    )
  })

  test('among options: which one leads, and not by how many', () => {
    const figures = [
      { number: 1, votes: 3 },
      { number: 2, votes: 1 },
    ]
    const verdict = {
      ...counted(['yes', 'yes', 'yes', 'no']),
      method: { kind: 'single-choice' as const, counts: figures, winner: 1, tied: [] },
    }
    expect(withoutFewPapers(verdict, 'secret').method).toEqual({
      kind: 'single-choice',
      counts: [],
      winner: 1,
      tied: [],
    })
  })
})
