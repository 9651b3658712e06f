import { describe, expect, test } from 'vitest'
import { numbered, YES_NO, type BallotMethod } from '#app/domain/voting/ballot-question.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { tallyQuestion } from '#app/domain/voting/tally-question.ts'
import { RULE } from '#tests/helpers/pure-room.ts'
import { toldMethod } from './told-method.ts'

function counted(method: BallotMethod, marks: readonly string[]) {
  const options = method.kind === 'five-fingers' ? [] : numbered(['东门', '西门', '北门'])
  const question = { method, options }
  const roll = marks.map((_, index) => ({ elector: `e${index}`, heads: 1, area: null }))
  const present = roll.map(({ elector }) => elector)
  const votes = marks.map((choice, index) => ({ elector: `e${index}`, choice }))
  return { question, verdict: tallyQuestion({ question, rule: RULE, roll, present, votes }) }
}
const told = (method: BallotMethod, ...marks: string[]) => {
  const { question, verdict } = counted(method, marks)
  return toldMethod(question, verdict)
}

describe('[M41, R1] a ballot among options on paper', () => {
  test('one option: the votes, and what was chosen', () => {
    expect(told({ kind: 'single-choice' }, '2', '2', '1')).toEqual({
      how: '单选',
      figures: ['2. 西门，2票；1. 东门，1票；3. 北门，0票'],
      outcome: '选定2. 西门',
    })
  })

  test('[V21] a tie is said to be one', () => {
    expect(told({ kind: 'approval', upTo: 2 }, '1', '2')).toMatchObject({
      how: '认可投票（最多选2项）',
      outcome: '1. 东门、2. 西门票数相同，没有选定',
    })
  })

  test('a runoff round by round, with who left', () => {
    expect(
      told({ kind: 'ranked', count: 'instant-runoff' }, '2', '2', '1', '1', '3>2'),
    ).toMatchObject({
      figures: [
        '第1轮：1. 东门，2票；2. 西门，2票；3. 北门，1票；淘汰3. 北门',
        '第2轮：2. 西门，3票；1. 东门，2票',
      ],
      outcome: '选定2. 西门',
    })
  })

  test('pairs, and one that leads without reaching the line', () => {
    expect(told({ kind: 'ranked', count: 'schulze' }, '2>1', 'abstain', 'abstain')).toEqual({
      how: '排序表决（两两对比，孔多塞—舒尔茨法）',
      figures: ['1. 东门 0比1 2. 西门', '1. 东门 1比0 3. 北门', '2. 西门 1比0 3. 北门'],
      outcome: '2. 西门领先，没有过线',
    })
  })

  test('seats: who was elected, and what stays empty', () => {
    expect(told({ kind: 'seats', seats: 2 }, '1', '1,2', '1')).toMatchObject({
      outcome: '当选：1. 东门；空缺1个名额',
    })
  })

  test('[V23] fingers decide nothing', () => {
    expect(told({ kind: 'five-fingers' }, '5', '3', '0')).toMatchObject({
      figures: ['5指1人、4指0人、3指1人、2指0人、1指0人、0指1人'],
      outcome: '1人不能接受，0人有保留；这是表态，没有作出决定',
    })
  })

  test('[V27] of few secret papers only what came out', () => {
    const { question, verdict } = counted({ kind: 'single-choice' }, ['2', '2', '1'])
    expect(toldMethod(question, withoutFewPapers(verdict, 'secret'))).toEqual({
      how: '单选',
      figures: [],
      outcome: '选定2. 西门',
    })
  })

  test('a plain ballot has its own words', () => {
    expect(toldMethod(YES_NO, null)).toBeNull()
    expect(toldMethod(undefined, counted({ kind: 'single-choice' }, ['1']).verdict)).toBeNull()
  })
})
