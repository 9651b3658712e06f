import { describe, expect, test } from 'vitest'
import {
  checkQuestion,
  numbered,
  YES_NO,
  type BallotMethod,
  type BallotQuestion,
} from './ballot-question.ts'
import { MARK_PATTERN, markOf, readMark } from './mark.ts'
import type { VoteRule } from './rule.ts'
import { tallyQuestion } from './tally-question.ts'

const RULE: VoteRule = {
  id: 'test',
  measures: ['heads'],
  quorum: { of: 'roll', count: 'participating', share: [2, 3], strict: false },
  pass: { of: 'participating', share: [1, 2], strict: true },
}

function question(method: BallotMethod, options = 3): BallotQuestion {
  return { method, options: numbered(['甲', '乙', '丙', '丁', '戊'].slice(0, options)) }
}

/** As many electors as marks, and `silent` more who do not vote. */
function count(asked: BallotQuestion, marks: readonly string[], silent = 0, rule = RULE) {
  const votes = marks.map((choice, index) => ({ elector: `e${index}`, choice }))
  const roll = Array.from({ length: marks.length + silent }, (_, index) => ({
    elector: `e${index}`,
    heads: 1,
    area: 5000n,
  }))
  return tallyQuestion({ question: asked, rule, roll, votes })
}

describe('a question put to the vote', () => {
  test.for([
    ['options-too-few', { kind: 'single-choice' }, ['甲']],
    ['option-twice', { kind: 'single-choice' }, ['甲', ' 甲 ']],
    ['option-empty', { kind: 'ranked', count: 'schulze' }, ['甲', ' ']],
    ['number-of-marks', { kind: 'approval', upTo: 3 }, ['甲', '乙']],
    ['number-of-marks', { kind: 'seats', seats: 0 }, ['甲', '乙']],
    ['options-not-asked', { kind: 'yes-no' }, ['甲', '乙']],
    ['options-too-many', { kind: 'single-choice' }, Array.from({ length: 21 }, String)],
  ] as const)('[V25] is refused: %s', ([code, method, texts]) => {
    expect(checkQuestion({ method, options: numbered(texts) })).toEqual({
      ok: false,
      refusal: { code },
    })
  })

  test('[V25] has its options numbered from one without a gap', () => {
    const options = [
      { number: 1, text: '甲' },
      { number: 3, text: '乙' },
    ]
    expect(checkQuestion({ method: { kind: 'single-choice' }, options })).toMatchObject({
      refusal: { code: 'option-misnumbered' },
    })
  })
})

describe('a mark', () => {
  test.for([
    [{ kind: 'yes-no' }, '2', 'mark-unknown'],
    [{ kind: 'single-choice' }, '4', 'mark-unknown'],
    [{ kind: 'single-choice' }, '1,2', 'marks-too-many'],
    [{ kind: 'single-choice' }, 'yes', 'mark-unknown'],
    [{ kind: 'approval', upTo: 2 }, '1,2,3', 'marks-too-many'],
    [{ kind: 'approval', upTo: 2 }, '1,1', 'mark-twice'],
    [{ kind: 'ranked', count: 'instant-runoff' }, '1>2>1', 'mark-twice'],
    [{ kind: 'five-fingers' }, '6', 'mark-unknown'],
    [{ kind: 'five-fingers' }, 'abstain', 'mark-unknown'],
    [{ kind: 'seats', seats: 2 }, '', 'mark-missing'],
  ] as const)('[V22] (%j) "%s" is refused: %s', ([method, text, code]) => {
    const asked = method.kind === 'yes-no' ? YES_NO : question(method)
    expect(readMark(asked, text)).toEqual({ ok: false, refusal: { code } })
  })

  test('[V22] has one canonical text for one answer', () => {
    const approval = question({ kind: 'approval', upTo: 3 })
    expect(readMark(approval, '3,1')).toEqual({ ok: true, value: '1,3' })
    expect(markOf(question({ kind: 'ranked', count: 'schulze' }), ['3', '1'])).toEqual({
      ok: true,
      value: '3>1',
    })
    const longest = Array.from({ length: 20 }, (_, index) => 20 - index).join('>')
    expect(MARK_PATTERN.test(longest)).toBe(true)
  })
})

describe('a ballot among options', () => {
  test('[V26] the leading option must meet the rule as a motion would', () => {
    const asked = question({ kind: 'single-choice' })
    expect(count(asked, ['1', '1', '1', '2', '3'])).toMatchObject({
      passed: true,
      method: { winner: 1, tied: [] },
    })
    // Most votes, and still not more than half of those who took part.
    expect(count(asked, ['1', '1', '2', '3', 'abstain'])).toMatchObject({
      passed: false,
      failed: ['APPROVE_HEADS'],
      method: { winner: 1 },
    })
    expect(count(asked, ['1', '1', '1'], 2)).toMatchObject({
      passed: false,
      quorumMet: false,
      failed: ['QUORUM_HEADS'],
    })
  })

  test.for([
    [question({ kind: 'single-choice' }), ['1', '1', '2', '2']],
    [question({ kind: 'approval', upTo: 2 }), ['1,2', '1,2', '1,2']],
    [question({ kind: 'ranked', count: 'instant-runoff' }), ['1>2', '2>1']],
    [question({ kind: 'ranked', count: 'schulze' }), ['1>2', '2>1']],
  ] as const)('[V21] a tie passes nothing and is named', ([asked, marks]) => {
    expect(count(asked, marks)).toMatchObject({
      passed: false,
      failed: ['TIED'],
      method: { winner: null, tied: [1, 2] },
    })
  })

  test('[V20] instant runoff and Schulze may find different winners in the same ballots', () => {
    // 2 is everybody's second choice: it is out in the first round, and beats each other alone.
    const marks = ['1>2>3', '1>2>3', '1>2>3', '1>2>3', '3>2>1', '3>2>1', '3>2>1', '2>3>1']
    expect(
      count(question({ kind: 'ranked', count: 'instant-runoff' }), [...marks, '2>1>3'], 0),
    ).toMatchObject({ method: { winner: 1, rounds: [{ eliminated: [2] }, {}] } })
    expect(
      count(question({ kind: 'ranked', count: 'schulze' }), [...marks, '2>1>3'], 0),
    ).toMatchObject({ passed: true, method: { winner: 2, condorcetWinner: 2 } })
  })

  test('[V23] five fingers pass nothing', () => {
    const verdict = count(question({ kind: 'five-fingers' }, 0), ['5', '4', '3'])
    expect(verdict).toMatchObject({
      passed: false,
      failed: [],
      method: { kind: 'five-fingers', consensus: true, raised: 3 },
    })
    expect(verdict.tests.every(({ test: name }) => name === 'quorum')).toBe(true)
  })

  test('[V24] G19: five seats, and 20 of 40 heads elect nobody', () => {
    const rule: VoteRule = { ...RULE, measures: ['heads', 'area'] }
    const marks = Array.from({ length: 40 }, (_, index) => (index < 20 ? '1,2,3' : '3,4,5'))
    expect(count(question({ kind: 'seats', seats: 5 }, 5), marks, 0, rule)).toMatchObject({
      passed: true,
      method: { kind: 'seats', elected: [3], vacant: 4, tied: [] },
    })
  })

  test('[V24] whoever has more heads and too little area takes nothing from whoever is elected', () => {
    const areas = [10n, 10n, 10n, 10n, 10n, 100n, 100n]
    const marks = ['1', '1', '1', '1,2', '1,2', '2', '2']
    const verdict = tallyQuestion({
      question: question({ kind: 'seats', seats: 2 }),
      rule: { ...RULE, measures: ['heads', 'area'] },
      roll: areas.map((area, index) => ({ elector: `e${index}`, heads: 1, area })),
      votes: marks.map((choice, index) => ({ elector: `e${index}`, choice })),
    })
    expect(verdict).toMatchObject({ passed: true, failed: [], method: { elected: [2] } })
    expect(verdict.tests.every(({ met }) => met)).toBe(true)
  })

  test.for([
    question({ kind: 'single-choice' }),
    question({ kind: 'approval', upTo: 2 }),
    question({ kind: 'ranked', count: 'instant-runoff' }),
    question({ kind: 'ranked', count: 'schulze' }),
    question({ kind: 'seats', seats: 2 }),
  ])('[V26] nobody, or only abstentions, chooses nothing', (asked) => {
    expect(count(asked, [], 3)).toMatchObject({ passed: false, quorumMet: false })
    expect(count(asked, ['abstain', 'abstain'])).toMatchObject({
      passed: false,
      quorumMet: true,
      failed: ['APPROVE_HEADS'],
    })
  })
})
