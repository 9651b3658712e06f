import { describe, expect, test } from 'vitest'
import { afterButton, agendaForm, timeForm, typedItems } from './plan-form.ts'

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const line = (n: number, title: string, kind = 'discussion') => ({
  [`item.${n}.id`]: `i${n}`,
  [`item.${n}.kind`]: kind,
  [`item.${n}.title`]: title,
  [`item.${n}.minutes`]: '20',
})

const agenda = typedItems(
  formOf({
    ...line(0, '签到', 'report-back'),
    ...line(1, '充电棚'),
    ...line(2, '自由发言', 'open-floor'),
  }),
)
const titles = (items: readonly { title: string }[]) => items.map((each) => each.title)

describe('the agenda form', () => {
  test('lines come in their order, whatever the order of the fields', () => {
    const form = formOf({ ...line(10, 'later'), ...line(2, 'first') })
    expect(titles(typedItems(form))).toEqual(['first', 'later'])
  })

  test('fields that are not ours are left out', () => {
    expect(typedItems(formOf({ 'item.0.isAdmin': 'yes', 'item.x.title': 'no' }))).toEqual([])
  })

  test.each([
    ['up:1', ['充电棚', '签到', '自由发言']],
    ['down:1', ['签到', '自由发言', '充电棚']],
    ['up:0', ['签到', '充电棚', '自由发言']],
    ['remove:1', ['签到', '自由发言']],
    ['add-new', ['签到', '充电棚', '', '自由发言']],
    ['add:m1', ['签到', '充电棚', '大树遮光', '自由发言']],
    ['add:unknown', ['签到', '充电棚', '自由发言']],
    ['next', ['签到', '充电棚', '自由发言']],
  ])('the button %s makes it %j', (button, after) => {
    const matters = [{ id: 'm1', title: '大树遮光', topicType: null }]
    expect(titles(afterButton(agenda, button, matters))).toEqual(after)
  })

  test('a matter is put on an agenda once', () => {
    const matters = [{ id: 'm1', title: '大树遮光', topicType: null }]
    const once = afterButton(agenda, 'add:m1', matters)
    expect(afterButton(once, 'add:m1', matters)).toEqual(once)
  })

  test('an item without a title or with no time is not accepted', () => {
    const parse = (change: Record<string, string>) =>
      agendaForm.safeParse({ revision: '1', items: [{ ...agenda[0], ...change }] }).success
    expect(parse({})).toBe(true)
    expect(parse({ title: ' ' })).toBe(false)
    expect(parse({ minutes: '0' })).toBe(false)
  })
})

describe('the time form', () => {
  const typed = {
    revision: '3',
    date: '2026-12-03',
    time: '19:30',
    durationMinutes: '90',
    repeats: 'weekly',
  }
  test('a day and a time of day are a moment in Shanghai, whatever the server’s zone', () => {
    expect(timeForm.parse(typed)).toEqual({
      revision: 3,
      startsAt: new Date('2026-12-03T19:30:00+08:00'),
      durationMinutes: 90,
      repeats: 'weekly',
    })
  })
  test.each([[{ date: '2026-02-30' }], [{ time: '24:00' }], [{ durationMinutes: '0' }]])(
    '%j is refused',
    (change) => {
      expect(timeForm.safeParse({ ...typed, ...change }).success).toBe(false)
    },
  )
})
