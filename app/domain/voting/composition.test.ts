import { expect, test } from 'vitest'
import { COMPOSITION_CASES } from '#tests/golden/threshold-cases.ts'
import { checkComposition } from './composition.ts'

test.each([
  ...COMPOSITION_CASES,
  { id: '-', title: 'one committee member too many', committee: 9, reps: 32, met: false },
  { id: '-', title: 'one representative too few', committee: 8, reps: 31, met: false },
  { id: '-', title: 'representatives alone', committee: 0, reps: 1, met: true },
  { id: '-', title: 'nobody at all', committee: 0, reps: 0, met: false },
])('[V19] $id four fifths are representatives: $title', ({ committee, reps, met }) => {
  expect(checkComposition({ committee, reps }, [4, 5]).met).toBe(met)
})

test('[V19] says how many representatives it takes', () => {
  expect(checkComposition({ committee: 9, reps: 32 }, [4, 5])).toEqual({
    met: false,
    reps: 32,
    members: 41,
    need: 33,
  })
})

test.each([-1, 0.5, Number.NaN])('[V19] %s is no number of members', (reps) => {
  expect(() => checkComposition({ committee: 1, reps }, [4, 5])).toThrow(RangeError)
})
