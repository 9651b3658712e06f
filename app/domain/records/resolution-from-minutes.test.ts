import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLAIN_WEEKS } from '#app/domain/calendar/working-days.ts'
import { AUTHORITIES, type TopicType } from '#app/domain/voting/authority.ts'
import { aMinutes, aMinutesItem, aVerdict } from '#tests/helpers/a-minutes.ts'
import { maskName } from './mask.ts'
import type { MinutesItem } from './minutes.ts'
import { resolutionFromMinutes } from './resolution-from-minutes.ts'
import { readResolutionNumber, resolutionNumber, resolutionTitle } from './resolution-title.ts'

const NAMES = ['张秀英', '陈美玲', '林国强', '黄丽华', '苏建平', '欧阳明']

function make(change: Partial<MinutesItem> = {}, of: Parameters<typeof aMinutes>[0] = {}) {
  return resolutionFromMinutes({
    minutes: aMinutes({ items: [aMinutesItem(change)], ...of }),
    itemId: 'item-1',
    region: 'CN',
    today: '2026-11-27',
    calendar: PLAIN_WEEKS,
    logHash: 'ab'.repeat(32),
    known: { names: NAMES.map((name) => ({ name, as: maskName(name) })) },
  })
}

function made(change: Partial<MinutesItem> = {}, of: Parameters<typeof aMinutes>[0] = {}) {
  const draft = make(change, of)
  if (!draft.ok) throw new Error(draft.refusal.code)
  return draft.value
}

describe('[R8] a recommendation is never titled 决议', () => {
  test.each([
    ['common-parts-use', 'recommendation', '关于电动自行车集中充电棚选址的建议案'],
    ['soft-matter', 'agreement', '关于电动自行车集中充电棚选址的约定'],
    ['property-service', 'work-order', '关于电动自行车集中充电棚选址的派工单'],
    ['law-enforcement', 'referral', '关于电动自行车集中充电棚选址的转办单'],
  ] as const)('%s gives a %s', (topicType, label, title) => {
    expect(made({ topicType })).toMatchObject({ label, title })
  })

  const topics = AUTHORITIES.map(({ topicType }) => topicType).filter(
    (topic): topic is TopicType => topic !== 'neighbour-dispute',
  )
  test('whatever the item was called, whatever the log says, whoever would decide', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...topics, null),
        fc.constantFrom(
          '充电棚',
          '关于充电棚的决议',
          '业主决议草案',
          '决议',
          '关于关于决议的决议',
        ),
        fc.constantFrom('carried', 'consensus', 'not-carried', 'quorum-not-met'),
        (topicType, title, outcome) => {
          const decision = aMinutesItem().decision
          const draft = made({
            topicType,
            title,
            outcome,
            decision: decision && { ...decision, label: 'resolution' },
          })
          expect(draft.label).not.toBe('resolution')
          expect(draft.title).not.toContain('决议')
        },
      ),
    )
  })

  test('what did not pass promises nothing', () => {
    expect(
      made({ outcome: 'not-carried', verdict: aVerdict({ yes: 3, no: 9 }) }),
    ).toMatchObject({
      title: '关于电动自行车集中充电棚选址的表决情况',
      content: { nextStep: null },
    })
  })

  test('only a resolution is called one', () => {
    expect(resolutionTitle('关于充电棚的建议案', 'resolution', 'carried')).toBe(
      '关于充电棚的决议',
    )
  })
})

describe('[R9] what is published, and what is not', () => {
  test('the sum, the next step, whose decision it is and the law', () => {
    expect(made().content).toMatchObject({
      lead: '到会代表表决建议：同意在 7 幢西侧空地建充电棚。这件事最后由业主共同决定。',
      points: ['同意在 7 幢西侧空地建充电棚'],
      invited: 6,
      present: 5,
      presentBySide: [{ side: 'residents', present: 5, invited: 6 }],
      body: 'owners',
      nextStep: 'prepare-owners-vote',
      legalBasis: '《中华人民共和国民法典》第278条第1款第8项',
      verdict: { counts: { heads: { yes: '10' } } },
    })
  })

  test('what was only talked about is no decision', () => {
    expect(make({ outcome: 'none' })).toEqual({
      ok: false,
      refusal: { code: 'nothing-decided' },
    })
  })

  test('a talk room and a quarrel are nobody else’s', () => {
    const refused = { ok: false, refusal: { code: 'not-for-the-public' } }
    expect(make({}, { room: 'talkroom' })).toEqual(refused)
    expect(make({ topicType: 'neighbour-dispute' })).toEqual(refused)
  })

  test('a consensus says how many had reservations, never who', () => {
    const { content } = made({
      outcome: 'consensus',
      verdict: null,
      ballot: null,
      topicType: 'soft-matter',
      decision: {
        by: 'consensus',
        itemId: 'item-1' as never,
        proposal: '23:00 后停用',
        label: 'agreement',
        decidedAt: 0,
        reservations: [{ seatId: 'seat-1' as never, text: '我不同意' }],
      },
    })
    expect(content).toMatchObject({
      reservations: 1,
      lead: '到会各方形成共识，1 人保留意见，约定：23:00 后停用。',
    })
    expect(JSON.stringify(content)).not.toMatch(/seat-1|我不同意/)
  })
})

describe('[R10] the public notice runs 15 days, and past a holiday', () => {
  test.each([
    ['2026-11-27', '2026-12-14'],
    ['2026-11-24', '2026-12-09'],
  ])('from %s until %s', (today, until) => {
    const draft = resolutionFromMinutes({
      minutes: aMinutes(),
      itemId: 'item-1',
      region: 'CN',
      today,
      calendar: PLAIN_WEEKS,
      logHash: '',
      known: { names: [] },
    })
    expect(draft).toMatchObject({ value: { noticeFrom: today, noticeUntil: until } })
  })
})

describe('[R11] a group smaller than 5 is not shown', () => {
  test('a secret ballot of four keeps its figures to itself', () => {
    const item = aMinutesItem()
    const ballot = item.ballot && { ...item.ballot, secrecy: 'secret' as const }
    const few = made({ ballot, verdict: aVerdict({ yes: 3, no: 1, abstain: 0, present: 4 }) })
    expect(few.content).toMatchObject({ splitHidden: true, verdict: null })
    expect(few.content.lead).not.toMatch(/\d 人/)
    const enough = made({
      ballot,
      verdict: aVerdict({ yes: 4, no: 1, abstain: 0, present: 5 }),
    })
    expect(enough.content).toMatchObject({ splitHidden: false })
  })

  test('how long residents spoke is left out when fewer than five were there', () => {
    const { present } = aMinutes()
    expect(made().content.speakingSeconds).toEqual([
      { side: 'residents', seconds: 100, turns: 1 },
    ])
    expect(made({}, { present: present.slice(0, 4) }).content.speakingSeconds).toEqual([])
  })
})

describe('[R6] nobody is named in what is published', () => {
  const secretIn = fc.constantFrom(...NAMES, '13800005678', '3幢2单元501室')
  test('wherever it was written', () => {
    fc.assert(
      fc.property(secretIn, fc.nat(5), (secret, where) => {
        const words = `请${secret}负责`
        const draft = made({
          ...(where === 0 && { title: words }),
          ...(where === 1 && { points: [words] }),
          ...(where === 2 && { dissent: [{ text: words, answer: words }] }),
          ...(where === 3 && { proposal: words, decision: null }),
          ...(where === 4 && {
            tasks: [
              {
                taskId: 't' as never,
                itemId: 'item-1' as never,
                title: words,
                lead: { personId: 'p', name: secret, side: 'residents' },
                helpers: [{ personId: null, name: secret, side: 'residents' }],
                dueOn: '2026-12-03',
              },
            ],
          }),
        })
        const text = JSON.stringify([draft.title, draft.content])
        expect(text).not.toContain(secret)
        for (const name of NAMES) expect(text).not.toContain(name)
        expect(text).not.toContain('seat-')
      }),
    )
  })
})

test('[R12] a number says its year and its count', () => {
  expect(resolutionNumber(2026, 23)).toBe('〔2026〕730-023号')
  fc.assert(
    fc.property(
      fc.integer({ min: 2020, max: 2099 }),
      fc.integer({ min: 1, max: 5000 }),
      (year, count) => {
        expect(readResolutionNumber(resolutionNumber(year, count))).toEqual({ year, count })
      },
    ),
  )
  expect(readResolutionNumber('FM-2026-03')).toBeNull()
})

test.each([
  [1, 'few'],
  [4, 'few'],
  [5, 5],
] as const)(
  '[L32] of %i votes that staff entered for somebody the public reads %s',
  (assisted, told) => {
    const { ballot } = aMinutesItem()
    if (!ballot) throw new Error('There is no ballot')
    expect(made({ ballot: { ...ballot, assisted } }).content.assisted).toBe(told)
    expect(made().content).not.toHaveProperty('assisted')
  },
)
