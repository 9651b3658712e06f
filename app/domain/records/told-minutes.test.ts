import { describe, expect, test } from 'vitest'
import { aMinutes, aMinutesItem, aVerdict } from '#tests/helpers/a-minutes.ts'
import { RULE } from '#tests/helpers/pure-room.ts'
import { maskMinutes } from './mask-minutes.ts'
import { minutesDocument } from './minutes-document.ts'
import type { MinutesTurn } from './minutes.ts'
import { fullMinutes, publicMinutes } from './told-minutes.ts'

const NAMES = ['张秀英', '陈美玲', '林国强', '黄丽华', '苏建平', '欧阳明']
const KNOWN = {
  names: [
    ...NAMES.map((name) => ({ name, as: `${name.charAt(0)}**` })),
    { name: '赖明辉', as: '物业经理' },
    { name: '林雅芳', as: '社区书记' },
    { name: '许晓燕', as: '社区委员' },
  ],
}
const MANAGER = {
  seatId: 'seat-9',
  name: '赖明辉',
  side: 'property' as const,
  role: 'delegate' as const,
  title: '物业经理',
  cameAt: 1,
  leftAt: null,
}
const turn = (seq: number, seat: number, seconds: number, summary = '吵'): MinutesTurn => ({
  seq,
  seatId: `seat-${seat}`,
  title: '3幢楼栋长',
  name: NAMES[seat - 1] ?? '',
  side: 'residents',
  stance: 'against',
  seconds,
  summary,
})
const TURNS: MinutesTurn[] = [
  turn(10, 1, 60, '张秀英住3幢2单元501室，电话 13800005678'),
  turn(12, 1, 30),
  turn(14, 2, 45),
  {
    ...turn(16, 0, 120, '夜里不开'),
    seatId: 'seat-9',
    name: '赖明辉',
    side: 'property',
    title: '物业经理',
  },
]
const minutes = aMinutes({ items: [aMinutesItem({ turns: TURNS })] })
const present = [...minutes.present, MANAGER]
const evening = { ...minutes, present }
/** Four residents came: one of them would be pointed at. */
const few = { ...minutes, present: [...minutes.present.slice(0, 4), MANAGER] }
const open = (content: typeof minutes) => publicMinutes(content, KNOWN, () => null).told

describe('[R25] public minutes tell sides and offices, never a resident', () => {
  test('no name, telephone, door, building title or reason is in them', () => {
    const text = JSON.stringify(open(evening))
    for (const private_ of [...NAMES, '13800005678', '501', '楼栋长', '出差', 'seat-']) {
      expect(text).not.toContain(private_)
    }
    expect(text).toContain('物业经理')
  })

  test('speaking time by side, and by person without a name', () => {
    expect(open(evening).spoken).toEqual({
      bySide: [
        { side: 'residents', turns: 3, seconds: 135 },
        { side: 'property', turns: 1, seconds: 120 },
      ],
      byPerson: [
        { side: 'property', who: '物业经理', turns: 1, seconds: 120 },
        { side: 'residents', who: null, turns: 2, seconds: 90 },
        { side: 'residents', who: null, turns: 1, seconds: 45 },
      ],
    })
  })

  test('[R11] of fewer than five residents nothing is told by itself', () => {
    const told = open(few)
    expect(told.fewResidents).toBe(true)
    expect(told.spoken.bySide.map(({ side }) => side)).toEqual(['property'])
    expect(told.spoken.byPerson.map(({ side }) => side)).toEqual(['property'])
    expect(told.items[0]?.speeches.map(({ side }) => side)).toEqual(['property'])
    expect(open(evening).fewResidents).toBe(false)
  })

  test('[R11] a secret ballot of four keeps its figures to itself', () => {
    const verdict = aVerdict({ yes: 3, no: 1, abstain: 0, present: 5 })
    const [item] = minutes.items
    if (!item?.ballot) throw new Error('the minutes have a ballot')
    const secret = { ...item, verdict, ballot: { ...item.ballot, secrecy: 'secret' as const } }
    const told = open({ ...evening, items: [secret] })
    expect(told.items[0]).toMatchObject({ verdict: null, splitHidden: true })
    const about = {
      community: '河滨社区',
      number: 18,
      date: new Date(0),
      review: { kind: 'open' as const },
    }
    expect(JSON.stringify(minutesDocument(told, about))).not.toMatch(/赞成3|反对1/)
  })

  test('the archive’s copy has everybody by name', () => {
    const told = fullMinutes(evening, () => null)
    expect(told.present[0]?.names).toEqual(NAMES.slice(0, 5))
    expect(told.spoken.byPerson.map(({ who }) => who)).toEqual(['赖明辉', '张秀英', '陈美玲'])
    expect(told.items[0]?.speeches[0]).toMatchObject({ who: '张秀英' })
  })
})

describe('[L32] votes that staff entered for somebody are told by number, and not among few', () => {
  const helped = (assisted: number) =>
    aMinutes({
      items: [
        aMinutesItem({
          ballot: { rule: RULE, secrecy: 'secret', assisted },
          verdict: aVerdict({ yes: 10, no: 3, abstain: 2 }),
        }),
      ],
    })
  const paper = (told: Parameters<typeof minutesDocument>[0]) =>
    JSON.stringify(
      minutesDocument(told, {
        community: '河滨社区',
        number: 1,
        date: new Date(0),
        review: { kind: 'open' },
      }),
    )

  test.each([1, 4])(
    '%i: the archive knows how many, the public that there were some',
    (few_) => {
      expect(paper(fullMinutes(helped(few_), () => null))).toContain(
        `投票15人（其中${few_}票由工作人员代填，有见证人在场）`,
      )
      expect(open(helped(few_)).items[0]?.assisted).toBe('few')
      expect(paper(open(helped(few_)))).toContain('不足5票')
      expect(maskMinutes(helped(few_), KNOWN).content.items[0]?.ballot?.assisted).toBe('few')
    },
  )

  test('5: everybody reads the number', () => {
    expect(open(helped(5)).items[0]?.assisted).toBe(5)
    expect(paper(open(helped(5)))).toContain('其中5票由工作人员代填')
    expect(maskMinutes(helped(5), KNOWN).content.items[0]?.ballot?.assisted).toBe(5)
  })
})

describe('[R30] who was excused and who was missing are told apart', () => {
  const absentee = (name: string, reason: string, saidNo: boolean) => ({
    ...{ seatId: `seat-${name}`, name, side: 'residents' as const },
    ...{ role: 'delegate' as const, title: '3幢楼栋长', reason },
    ...(saidNo && { saidNo: true as const }),
  })
  const held = {
    ...minutes,
    absent: [
      absentee('张秀英', '', true),
      absentee('陈美玲', '出差', false),
      absentee('林国强', '', false),
    ],
  }
  const people = (told: Parameters<typeof minutesDocument>[0]) =>
    minutesDocument(told, {
      community: '河滨社区',
      number: 1,
      date: new Date(0),
      review: { kind: 'open' },
    }).blocks.flatMap((block) =>
      block.kind === 'people' ? [`${block.label}：${block.text}`] : [],
    )

  test('by name for the archive', () => {
    expect(people(fullMinutes(held, () => null))).toEqual(
      expect.arrayContaining(['请假：3幢楼栋长张秀英、陈美玲', '缺席：3幢楼栋长林国强']),
    )
  })
  test('by number for the public', () => {
    expect(people(open(held))).toEqual(
      expect.arrayContaining(['请假：居民代表2人', '缺席：居民代表1人']),
    )
  })
  test('a copy that was published before keeps its one list', () => {
    const { missing: _missing, ...before } = open(held)
    expect(people(before).some((line) => line.startsWith('缺席'))).toBe(false)
  })
})
