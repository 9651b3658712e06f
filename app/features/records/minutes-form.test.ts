import { expect, test } from 'vitest'
import { readMinutesForm } from './minutes-form.ts'

test('[R2] a form sends words and a revision, and nothing that could be a fact', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['revision', '3'],
    ['summary:i1', '议过'],
    ['points:i1', '一\n二'],
    ['dissent:i1:0', '吵'],
    ['answer:i1:0', '加墙'],
    ['dissent:i1:1', '贵'],
    ['answer:i1:1', ''],
    ['turn:12', '夜里吵'],
    ['reason:s6', '出差'],
    ['other', '无'],
    ['chair', '别人'],
    ['outcome:i1', 'carried'],
  ] as const) {
    form.append(name, value)
  }
  expect(readMinutesForm(form)).toEqual({
    revision: 3,
    edits: {
      items: [
        {
          itemId: 'i1',
          summary: '议过',
          points: ['一', '二'],
          dissent: [
            { text: '吵', answer: '加墙' },
            { text: '贵', answer: '' },
          ],
        },
      ],
      turns: [{ seq: 12, summary: '夜里吵' }],
      absences: [{ seatId: 's6', reason: '出差' }],
      other: '无',
    },
  })
})
