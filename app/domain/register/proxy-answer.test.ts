import { describe, expect, test } from 'vitest'
import { numbered, YES_NO, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { proxyAnswer } from './proxy-answer.ts'
import type { ProxyInstruction } from './register.ts'

const LIFT = { title: '加装电梯', question: YES_NO }

describe('[G4] a proxy answers as its paper says', () => {
  test.each<[string, ProxyInstruction[], object]>([
    ['as it was told', [{ item: ' 加装电梯', choice: 'no' }], { kind: 'told', mark: 'no' }],
    ['nothing, told of something else', [{ item: '更换物业', choice: 'no' }], { kind: 'open' }],
    ['nothing, told nothing', [], { kind: 'open' }],
    [
      'as the holder sees fit',
      [{ item: '加装电梯', choice: 'as-the-holder-sees-fit' }],
      { kind: 'open' },
    ],
  ])('%s', (_name, instructions, answer) => {
    expect(proxyAnswer(instructions, LIFT)).toEqual(answer)
  })
})

describe('[G6] a proxy in an election names whom its owner chose', () => {
  const SEATS: BallotQuestion = {
    method: { kind: 'seats', seats: 2 },
    options: numbered(['陈志强', '李明', '张芳']),
  }
  const told = (choice: ProxyInstruction['choice'], ...names: string[]) =>
    proxyAnswer([{ item: '选举业委会', choice, ...(choice === 'named' && { names }) }], {
      ...{ title: '选举业委会', question: SEATS },
    })

  test.each([
    ['whom it names, in the order of the list', told('named', '李明', '陈志强'), '1,2'],
    ['a name in another width', told('named', '陈 志强'), '1'],
    ['nobody, as it was told', told('abstain'), 'abstain'],
  ])('%s', (_name, answer, mark) => {
    expect(answer).toEqual({ kind: 'told', mark })
  })

  test.each([
    ['a name that does not stand', told('named', '王秀英')],
    ['more names than seats', told('named', '陈志强', '李明', '张芳')],
    ['yes to an election', told('yes')],
  ])('%s is not guessed at', (_name, answer) => {
    expect(answer).toMatchObject({ kind: 'unfit', told: { item: '选举业委会' } })
  })

  test('a ranking keeps the order of the paper, one choice is one name', () => {
    const answer = (method: BallotQuestion['method'], ...names: string[]) =>
      proxyAnswer([{ item: '外墙', choice: 'named', names }], {
        title: '外墙',
        question: { method, options: numbered(['刷白', '贴砖', '不动']) },
      })
    expect(answer({ kind: 'ranked', count: 'schulze' }, '不动', '刷白')).toEqual({
      ...{ kind: 'told', mark: '3>1' },
    })
    expect(answer({ kind: 'single-choice' }, '贴砖')).toEqual({ kind: 'told', mark: '2' })
    expect(answer({ kind: 'single-choice' }, '贴砖', '刷白')).toMatchObject({ kind: 'unfit' })
    expect(answer({ kind: 'approval', upTo: 2 }, '不动', '贴砖')).toEqual({
      ...{ kind: 'told', mark: '2,3' },
    })
    expect(answer({ kind: 'yes-no' }, '贴砖')).toMatchObject({ kind: 'unfit' })
  })
})
