import { describe, expect, test } from 'vitest'
import { replay } from '#app/domain/meetings/evolve.ts'
import type { LoggedEvent, MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { AgendaItem, Seat } from '#app/domain/meetings/meeting.ts'
import { DEFAULT_SPEAKING_RULES } from '#app/domain/meetings/speaking-rules.ts'
import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import { aVerdict } from '#tests/helpers/a-minutes.ts'
import { draftMinutes } from './draft-minutes.ts'
import { editMinutes, NO_EDITS } from './edit-minutes.ts'
import { minutesDocument } from './minutes-document.ts'
import type { MinutesContent } from './minutes.ts'
import { fullMinutes } from './told-minutes.ts'

const [TALK, DECIDE] = ['talk', 'decide'] as ItemId[]
const [ZHANG, CHEN, OUYANG, GUEST] = ['s-zhang', 's-chen', 's-ouyang', 's-guest'] as SeatId[]

function aSeat(id: SeatId, name: string, change: Partial<Seat> = {}): Seat {
  return {
    id,
    name,
    publicName: name,
    publicNameEn: name,
    side: 'residents',
    role: 'delegate',
    title: '居民代表',
    canVote: true,
    ...change,
  }
}

function anItem(id: ItemId): AgendaItem {
  const decision = id === DECIDE
  return {
    id,
    kind: decision ? 'decision' : 'discussion',
    title: decision ? '更换水泵软接头' : '停车占道',
    minutes: 20,
    matterId: decision ? 'matter-1' : null,
    topicType: decision ? 'soft-matter' : null,
    proposal: decision ? '同意更换' : null,
    method: decision ? 'ballot' : 'none',
    secrecy: 'open',
    inNotice: true,
  }
}

const convened: MeetingEvent = {
  type: 'convened',
  room: 'council',
  title: '第 18 次会议',
  compoundName: '蓝溪花园',
  venue: '二楼',
  startsAt: 0,
  durationMinutes: 90,
  agenda: [anItem(TALK!), anItem(DECIDE!)],
  seats: [
    aSeat(ZHANG!, '张秀英'),
    aSeat(CHEN!, '陈志强', { side: 'property', title: '物业经理' }),
    aSeat(OUYANG!, '欧阳明'),
    aSeat(GUEST!, '高工', { side: 'others', role: 'expert', title: '消防站' }),
  ],
  chair: { id: 'lin', name: '林雅芳', title: '书记' },
  recorder: { id: 'xu', name: '许晓燕', title: '委员' },
  rules: DEFAULT_SPEAKING_RULES,
}

const came = (seatId: SeatId): MeetingEvent => ({
  type: 'checked-in',
  seatId,
  by: 'code',
  reason: null,
})
const opened: MeetingEvent = {
  type: 'opened',
  present: 2,
  invited: 3,
  missingSides: [],
  overrideReason: null,
}
const spoke = (seatId: SeatId): MeetingEvent[] => [
  { type: 'floor-given', seatId, stance: 'for' },
  { type: 'floor-taken', seatId, end: 'finished' },
]

/** A log with an event every ten seconds. */
function logOf(events: readonly MeetingEvent[]): LoggedEvent[] {
  return events.map((event, index) => ({
    seq: index + 1,
    at: index * 10_000,
    actorId: 'lin',
    event,
  }))
}

function draft(events: readonly MeetingEvent[], previous: MinutesContent | null = null) {
  const log = logOf(events)
  const state = replay(log)
  if (!state) throw new Error('no log')
  return draftMinutes(state, log, previous)
}

const EVENING: MeetingEvent[] = [
  convened,
  { type: 'doors-opened' },
  came(ZHANG!),
  came(CHEN!),
  came(OUYANG!),
  { type: 'marked-absent', seatId: OUYANG!, reason: '点错了' },
  opened,
  { type: 'item-started', itemId: TALK! },
  ...spoke(ZHANG!),
  ...spoke(CHEN!),
  { type: 'point-parked', pointId: 'p1', text: '地下车库照明', itemId: TALK! },
  { type: 'item-ended', itemId: TALK!, outcome: 'none' },
]

describe('[R1] the minutes draft themselves from the log', () => {
  test('who came, who did not, and who is counted', () => {
    const minutes = draft(EVENING)
    expect(minutes.present.map(({ name }) => name)).toEqual(['张秀英', '陈志强'])
    expect(minutes.absent.map(({ name }) => name)).toEqual(['欧阳明', '高工'])
    expect(minutes.absent.some((each) => 'saidNo' in each)).toBe(false)
    expect(minutes).toMatchObject({
      invited: 3,
      attended: 2,
      chair: '林雅芳',
      recorder: '许晓燕',
    })
  })

  test('who is marked away after it began has left, and was there', () => {
    const left = draft([...EVENING, { type: 'marked-absent', seatId: CHEN!, reason: '先走' }])
    expect(left.present.find(({ seatId }) => seatId === CHEN)).toMatchObject({
      leftAt: 140_000,
    })
    expect(left.attended).toBe(2)
  })

  test('who spoke, in order, for how long, and where in the log', () => {
    expect(draft(EVENING).items[0]?.turns).toMatchObject([
      { seq: 10, name: '张秀英', seconds: 10, stance: 'for' },
      { seq: 12, name: '陈志强', seconds: 10 },
    ])
    expect(draft(EVENING).parked).toEqual(['地下车库照明'])
  })

  test('what nobody came to is not said to have been discussed', () => {
    const [talked, waiting] = draft(EVENING).items
    expect(talked).not.toHaveProperty('unreached')
    expect(waiting).toMatchObject({ itemId: DECIDE, unreached: true })
    const { blocks } = minutesDocument(
      fullMinutes(draft(EVENING), () => null),
      { community: '河滨社区', number: 1, date: new Date(0), review: { kind: 'open' } },
    )
    const paper = JSON.stringify(blocks)
    expect(paper).toContain('没有议到。')
    expect(paper).not.toContain('议过')
  })

  test('a voided ballot decided nothing; the one after it did', () => {
    const ballot = (id: string): MeetingEvent => ({
      type: 'ballot-opened',
      ballotId: id as BallotId,
      itemId: DECIDE!,
      title: '同意更换',
      secrecy: 'secret',
      changeable: false,
      rule: {
        id: 'deliberation',
        measures: ['heads'],
        quorum: null,
        pass: { of: 'present', share: [1, 2], strict: true },
      },
      label: 'agreement',
      roll: [ZHANG!],
      dueAt: 1,
    })
    const close = (id: string, yes: number): MeetingEvent => ({
      type: 'ballot-closed',
      ballotId: id as BallotId,
      verdict: aVerdict({ yes }),
    })
    const upTo: MeetingEvent[] = [
      ...EVENING,
      { type: 'item-started', itemId: DECIDE! },
      ballot('b1'),
      close('b1', 1),
      { type: 'ballot-voided', ballotId: 'b1' as BallotId, reason: '点错' },
    ]
    expect(draft(upTo).items[1]).toMatchObject({ verdict: null, decision: null, ballot: null })
    const again = draft([
      ...upTo,
      ballot('b2'),
      close('b2', 12),
      {
        type: 'task-assigned',
        taskId: 't1' as TaskId,
        itemId: DECIDE!,
        title: '更换',
        lead: { personId: 'chen', name: '安和物业', side: 'property' },
        helpers: [],
        dueOn: '2026-12-03',
      },
    ]).items[1]
    expect(again).toMatchObject({
      verdict: { counts: { heads: { yes: '12' } } },
      ballot: { secrecy: 'secret' },
      decision: { by: 'ballot', ballotId: 'b2' },
      tasks: [{ taskId: 't1' }],
    })
  })
})

describe('[R2] what the recorder typed stays; facts cannot be typed', () => {
  const typed = editMinutes(draft(EVENING.slice(0, 10)), {
    items: [
      {
        itemId: TALK!,
        summary: ' 都说太挤。 ',
        points: ['划线', ' '],
        dissent: [{ text: '贵', answer: '' }],
      },
      { itemId: 'gone', summary: '无处可去' },
    ],
    turns: [{ seq: 10, summary: '夜里挡路' }],
    absences: [{ seatId: OUYANG!, reason: '出差' }],
    other: '下周再议',
  })

  test('through every redraft, by item, turn and person', () => {
    const redrafted = draft([...EVENING, { type: 'closed' }], typed)
    expect(redrafted.items[0]).toMatchObject({
      summary: '都说太挤。',
      points: ['划线'],
      dissent: [{ text: '贵', answer: '' }],
      turns: [{ summary: '夜里挡路' }, { summary: '' }],
    })
    expect(redrafted.absent[0]).toMatchObject({ reason: '出差' })
    expect(redrafted).toMatchObject({ other: '下周再议', closedAt: EVENING.length * 10_000 })
  })

  test('whatever was stored, the facts are those of the log', () => {
    const forged: MinutesContent = {
      ...typed,
      chair: '别人',
      attended: 99,
      items: typed.items.map((item) => ({ ...item, title: '改过的', outcome: 'carried' })),
    }
    const { items, chair, attended } = draft(EVENING, forged)
    expect(items[0]).toMatchObject({ title: '停车占道', outcome: 'none' })
    expect({ chair, attended }).toEqual({ chair: '林雅芳', attended: 2 })
  })

  test('no edit changes nothing, and drafting twice is drafting once', () => {
    expect(editMinutes(typed, NO_EDITS)).toEqual(typed)
    const once = draft(EVENING, typed)
    expect(draft(EVENING, once)).toEqual(once)
  })
})

test('[R30] who had said no before is marked so, unless they came all the same', () => {
  const log = logOf(EVENING)
  const state = replay(log)
  if (!state) throw new Error('no log')
  const { absent, present } = draftMinutes(state, log, null, new Set([OUYANG!, ZHANG!]))
  expect(absent.map(({ name, saidNo }) => [name, saidNo === true])).toEqual([
    ['欧阳明', true],
    ['高工', false],
  ])
  expect(JSON.stringify(present)).not.toContain('saidNo')
})
