import fc from 'fast-check'
import { expect, test } from 'vitest'
import { YES_NO, type BallotQuestion } from './ballot-question.ts'
import type { ElectorGroup } from './elector-group.ts'
import { RULE_PROFILES } from './rule-profiles.ts'
import { countsArea, countsAttendance } from './rule.ts'
import { tallyGroups } from './tally-groups.ts'
import { tallyQuestion } from './tally-question.ts'

const options = ['甲', '乙', '丙'].map((text, index) => ({ number: index + 1, text }))
const QUESTIONS: { question: BallotQuestion; marks: string[] }[] = [
  { question: YES_NO, marks: ['yes', 'no', 'abstain'] },
  { question: { method: { kind: 'single-choice' }, options }, marks: ['1', '2', 'abstain'] },
  { question: { method: { kind: 'approval', upTo: 2 }, options }, marks: ['1', '1,3', '2'] },
  {
    question: { method: { kind: 'ranked', count: 'instant-runoff' }, options },
    marks: ['1>2>3', '2>1', '3', 'abstain'],
  },
  {
    question: { method: { kind: 'ranked', count: 'schulze' }, options },
    marks: ['1>2>3', '2>1', '3>2'],
  },
  {
    question: { method: { kind: 'seats', seats: 2 }, options },
    marks: ['1,2', '3', 'abstain'],
  },
]

const somebody = fc.record({
  area: fc.bigInt({ min: 1n, max: 50_000n }),
  here: fc.boolean(),
  mark: fc.option(fc.nat({ max: 3 }), { freq: 4 }),
})

test('[W1] sums of those who are alike give the verdict of the electors one by one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RULE_PROFILES.map(({ rule }) => rule)),
      fc.constantFrom(...QUESTIONS),
      fc.array(somebody, { minLength: 1, maxLength: 30 }),
      (rule, { question, marks }, drawn) => {
        fc.pre(!countsArea(rule) || ['yes-no', 'seats'].includes(question.method.kind))
        const roll = drawn.map(({ area, here, mark }, index) => {
          const choice = mark === null ? null : (marks[mark % marks.length] ?? null)
          return {
            elector: `owner-${index}`,
            heads: 1,
            area: countsArea(rule) ? area : null,
            present: here || choice !== null,
            choice,
          }
        })
        const oneByOne = tallyQuestion({
          question,
          rule,
          roll,
          present: countsAttendance(rule)
            ? roll.filter(({ present }) => present).map(({ elector }) => elector)
            : [],
          votes: roll.flatMap(({ elector, choice }) => (choice ? [{ elector, choice }] : [])),
        })
        expect(tallyGroups({ question, rule, groups: groupsOf(roll) })).toEqual(oneByOne)
      },
    ),
    { numRuns: 500 },
  )
})

test('[V4] options are not chosen by electors who weigh differently', () => {
  const rule = RULE_PROFILES.find(({ id }) => id === 'owners-general')?.rule
  const question = QUESTIONS[1]?.question
  if (!rule || !question) throw new Error('No such rule')
  const groups = [{ electors: 2, heads: 2, area: 100n, present: true, choice: '1' }]
  expect(() => tallyGroups({ question, rule, groups })).toThrow(RangeError)
})

/** As the database adds up: by whether they are here and by what they chose. */
function groupsOf(
  roll: readonly {
    heads: number
    area: bigint | null
    present: boolean
    choice: string | null
  }[],
): ElectorGroup[] {
  const groups = new Map<string, ElectorGroup>()
  for (const { heads, area, present, choice } of roll) {
    const key = `${present} ${choice}`
    const group = groups.get(key) ?? { electors: 0, heads: 0, area: null, present, choice }
    groups.set(key, {
      ...group,
      electors: group.electors + 1,
      heads: group.heads + heads,
      area: area === null ? null : (group.area ?? 0n) + area,
    })
  }
  return [...groups.values()]
}
