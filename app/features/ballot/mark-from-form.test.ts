import { expect, test } from 'vitest'
import { numbered, YES_NO, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { markFromForm } from './mark-from-form.ts'

const RANKED: BallotQuestion = {
  method: { kind: 'ranked', count: 'schulze' },
  options: numbered(['甲', '乙', '丙']),
}
const APPROVAL: BallotQuestion = { ...RANKED, method: { kind: 'approval', upTo: 2 } }

function form(fields: readonly (readonly [string, string])[]) {
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, value)
  return sent
}

test.for([
  [YES_NO, [['mark', 'yes']], 'yes'],
  [
    APPROVAL,
    [
      ['option', '3'],
      ['option', '1'],
    ],
    '1,3',
  ],
  [APPROVAL, [['abstain', 'abstain']], 'abstain'],
  [
    RANKED,
    [
      ['rank-1', '2'],
      ['rank-2', ''],
      ['rank-3', '1'],
    ],
    '3>1',
  ],
] as const)('[V22] a form without a script gives the mark (%#)', ([question, fields, mark]) => {
  expect(markFromForm(question, form(fields))).toEqual({ ok: true, value: mark })
})

test.for([
  [YES_NO, [], 'mark-missing'],
  [YES_NO, [['mark', '1']], 'mark-unknown'],
  [APPROVAL, [], 'mark-missing'],
  [
    APPROVAL,
    [
      ['option', '1'],
      ['abstain', 'abstain'],
    ],
    'mark-twice',
  ],
  [
    APPROVAL,
    [
      ['option', '1'],
      ['option', '2'],
      ['option', '3'],
    ],
    'marks-too-many',
  ],
  [
    RANKED,
    [
      ['rank-1', '1'],
      ['rank-2', '1'],
    ],
    'mark-twice',
  ],
] as const)(
  '[V22] a form that says no one thing is refused (%#): %s',
  ([question, fields, code]) => {
    expect(markFromForm(question, form(fields))).toMatchObject({ ok: false, refusal: { code } })
  },
)
