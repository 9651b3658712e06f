import { expect, test } from 'vitest'
import { tallyBallot } from '#app/domain/voting/tally.ts'
import { nationalRule } from '#tests/golden/inputs-of-case.ts'
import { eightNumbers } from './eight-numbers.ts'

test('[W1] sums that are longer than any one area have their percentages too', () => {
  const large = 10n ** 17n - 1n
  const verdict = tallyBallot({
    rule: nationalRule('owners-general'),
    roll: ['a', 'b', 'c'].map((elector) => ({ elector, heads: 1, area: large })),
    votes: [
      { elector: 'a', choice: 'yes' },
      { elector: 'b', choice: 'no' },
    ],
  })
  expect(eightNumbers(verdict)).toMatchObject([
    { measure: 'heads', turnoutPercent: '66.66', yesPercent: '50.00' },
    { measure: 'area', turnoutPercent: '66.66', yesPercent: '50.00' },
  ])
})
