import { describe, expect, test } from 'vitest'
import { numbered, type BallotQuestion } from './ballot-question.ts'
import { layOutOpenBallot } from './lay-out-record.ts'
import { recountFile } from './recount-file.ts'
import type { VoteRule } from './rule.ts'
import { tallyQuestion } from './tally-question.ts'
import { writeBallotRecord } from './write-ballot-record.ts'

const RULE: VoteRule = {
  id: 'test',
  measures: ['heads'],
  quorum: null,
  pass: { of: 'participating', share: [1, 2], strict: true },
}
const QUESTION: BallotQuestion = {
  method: { kind: 'ranked', count: 'instant-runoff' },
  options: numbered(['水泵房', '车棚', '花池']),
}
const MARKS = ['1>2>3', '1>3', '2>1', '3>2', 'abstain']

function record(change: object = {}) {
  const roll = MARKS.map((_, index) => ({ elector: `e${index}`, heads: 1, area: null }))
  const votes = MARKS.map((choice, index) => ({ elector: `e${index}`, choice }))
  const verdict = tallyQuestion({ question: QUESTION, rule: RULE, roll, votes })
  const { lines: _lines, ...lists } = layOutOpenBallot(
    RULE,
    MARKS.map((choice) => ({ electors: 1, heads: 1, area: null, present: true, choice })),
  )
  const text = [
    ...writeBallotRecord({
      title: '先修哪里',
      question: QUESTION,
      rule: RULE,
      ...lists,
      verdict,
    }),
  ].join('')
  return { verdict, text: JSON.stringify({ ...(JSON.parse(text) as object), ...change }) }
}

describe('a record with options (council730.ballot/2)', () => {
  test('[V11] gives the verdict to anyone, tie or winner and all rounds', () => {
    const { text, verdict } = record()
    expect(JSON.parse(text)).toMatchObject({ format: 'council730.ballot/2' })
    const read = recountFile(text)
    expect(read).toMatchObject({ ok: true, value: { recount: { difference: null } } })
    expect(read.ok && read.value.recount.verdict).toEqual(verdict)
  })

  test('[V14] a claimed winner that did not win is found out', () => {
    const { verdict } = record()
    const { text } = record({
      verdict: { ...verdict, method: { ...verdict.method, winner: 3 } },
    })
    expect(recountFile(text)).toMatchObject({
      value: { recount: { difference: { path: 'verdict.method' } } },
    })
  })

  test('[V14] what a claim says nothing of is not claimed', () => {
    const { quorumMet, passed } = record().verdict
    const { text } = record({ verdict: { quorumMet, passed } })
    expect(recountFile(text)).toMatchObject({ value: { recount: { difference: null } } })
  })

  test.for([
    ['question', 'missing', { question: undefined }],
    ['question.method.kind', 'not-a-method', { question: { method: { kind: 'borda' } } }],
    [
      'question.method.count',
      'not-a-method',
      { question: { ...QUESTION, method: { kind: 'ranked', count: 'coombs' } } },
    ],
    [
      'question.method.ties',
      'unknown-key',
      { question: { ...QUESTION, method: { ...QUESTION.method, ties: 'lot' } } },
    ],
    ['question.options', 'not-a-question', { question: { ...QUESTION, options: [] } }],
    [
      'roll[0].heads',
      'options-weight',
      { roll: MARKS.map((_, index) => ({ elector: `e${index + 1}`, heads: 5 - index })) },
    ],
    [
      'rule.measures',
      'options-by-area',
      {
        rule: { ...RULE, measures: ['heads', 'area'] },
        roll: MARKS.map((_, index) => ({ elector: `e${index + 1}`, heads: 1, area: '1.00' })),
      },
    ],
    ['votes[0].choice', 'not-a-choice', { votes: [{ elector: 'e1', choice: '1,2' }] }],
    ['votes[0].choice', 'not-a-choice', { votes: [{ elector: 'e1', choice: '01' }] }],
  ] as const)('[V10] %s: %s', ([path, problem, change]) => {
    expect(recountFile(record(change).text)).toMatchObject({ refusal: { path, problem } })
  })
})
