import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countApproval } from './approval.ts'
import { runInstantRunoff, type RunoffResult } from './instant-runoff.ts'
import { countSchulze } from './schulze.ts'
import { countSingleChoice } from './single-choice.ts'

const OPTIONS = ['a', 'b', 'c', 'd']
const ranking = fc.shuffledSubarray(OPTIONS)
const rankings = fc.array(ranking, { maxLength: 25 })

test('[V5] the order in which ballots arrive does not matter, by any method', () => {
  fc.assert(
    fc.property(rankings, (drawn) => {
      const backwards = [...drawn].reverse()
      const firsts = (ballots: string[][]) => ballots.map(([first]) => first ?? null)
      expect(countSingleChoice(OPTIONS, firsts(backwards))).toEqual(
        countSingleChoice(OPTIONS, firsts(drawn)),
      )
      expect(countApproval(OPTIONS, backwards, 4)).toEqual(countApproval(OPTIONS, drawn, 4))
      expect(runInstantRunoff(OPTIONS, backwards)).toEqual(runInstantRunoff(OPTIONS, drawn))
      expect(countSchulze(OPTIONS, backwards)).toEqual(countSchulze(OPTIONS, drawn))
    }),
  )
})

/** Who won with how many behind, or who was level. */
function cameOutOf({ winner, tied, rounds }: RunoffResult) {
  const votes = rounds.at(-1)?.counts.find(({ option }) => option === winner)?.votes
  return { winner, votes, tied: tied.toSorted() }
}

test('[V21] the order in which options are offered does not choose the winner', () => {
  fc.assert(
    fc.property(rankings, fc.shuffledSubarray(OPTIONS, { minLength: 4 }), (drawn, order) => {
      expect(cameOutOf(runInstantRunoff(order, drawn))).toEqual(
        cameOutOf(runInstantRunoff(OPTIONS, drawn)),
      )
      expect(countSchulze(order, drawn).winner).toBe(countSchulze(OPTIONS, drawn).winner)
      expect(countApproval(order, drawn, 4).winner).toBe(
        countApproval(OPTIONS, drawn, 4).winner,
      )
    }),
  )
})

test('[V20] whoever is first on more than half of the ballots wins both ranked methods', () => {
  fc.assert(
    fc.property(rankings, (drawn) => {
      const full = [...drawn, ...drawn.map(() => OPTIONS), OPTIONS]
      expect(runInstantRunoff(OPTIONS, full).winner).toBe('a')
      expect(countSchulze(OPTIONS, full).winner).toBe('a')
    }),
  )
})

test('[V20] Schulze: who beats everybody one against one wins, and somebody always leads', () => {
  fc.assert(
    fc.property(rankings, (drawn) => {
      const { winner, winners, condorcetWinner } = countSchulze(OPTIONS, drawn)
      expect(winners.length).toBeGreaterThan(0)
      if (condorcetWinner !== null) expect(winner).toBe(condorcetWinner)
    }),
  )
})

test('[V20] Schulze: raising the winner on a ballot never makes it lose', () => {
  fc.assert(
    fc.property(rankings, fc.nat(), (drawn, pick) => {
      const { winner } = countSchulze(OPTIONS, drawn)
      fc.pre(winner !== null && drawn.length > 0)
      const raised = drawn.map((ballot, index) =>
        winner !== null && index === pick % drawn.length
          ? [winner, ...ballot.filter((option) => option !== winner)]
          : ballot,
      )
      expect(countSchulze(OPTIONS, raised).winner).toBe(winner)
    }),
  )
})

test('[V20] instant runoff ends, and every option leaves, is level or wins', () => {
  fc.assert(
    fc.property(rankings, (drawn) => {
      const { rounds, winner, tied } = runInstantRunoff(OPTIONS, drawn)
      expect(rounds.length).toBeLessThanOrEqual(OPTIONS.length)
      expect(winner === null).toBe(tied.length > 0)
    }),
  )
})
