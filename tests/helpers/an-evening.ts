import type { LoggedEvent, MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { AgendaItem, Seat } from '#app/domain/meetings/meeting.ts'
import { DEFAULT_SPEAKING_RULES } from '#app/domain/meetings/speaking-rules.ts'
import type { BallotId, ItemId, SeatId, TaskId } from '#app/domain/shared/ids.ts'
import { aVerdict } from './a-minutes.ts'

export const TALK = 'talk' as ItemId
export const DECIDE = 'decide' as ItemId
export const ZHANG = 's-zhang' as SeatId
const CHEN = 's-chen' as SeatId
const OUYANG = 's-ouyang' as SeatId
const GUEST = 's-guest' as SeatId

function aSeat(id: SeatId, name: string, change: Partial<Seat> = {}): Seat {
  return {
    id,
    name,
    publicName: `${name.charAt(0)}女士`,
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

/** An evening of two items: one talked about, one carried with a task. An event every ten seconds. */
export function anEvening(): LoggedEvent[] {
  const ballotId = 'b1' as BallotId
  const came = (seatId: SeatId): MeetingEvent => ({
    type: 'checked-in',
    seatId,
    by: 'code',
    reason: null,
  })
  const spoke = (seatId: SeatId): MeetingEvent[] => [
    { type: 'floor-given', seatId, stance: 'for' },
    { type: 'floor-taken', seatId, end: 'finished' },
  ]
  const events: MeetingEvent[] = [
    {
      type: 'convened',
      room: 'council',
      title: '蓝溪花园第 18 次会议',
      compoundName: '蓝溪花园',
      venue: '二楼',
      startsAt: 0,
      durationMinutes: 90,
      agenda: [anItem(TALK), anItem(DECIDE)],
      seats: [
        aSeat(ZHANG, '张秀英'),
        aSeat(CHEN, '陈志强', { side: 'property', title: '物业经理' }),
        aSeat(OUYANG, '欧阳明'),
        aSeat(GUEST, '高工', { side: 'others', role: 'expert', title: '消防站' }),
      ],
      chair: { id: 'lin', name: '林雅芳', title: '书记' },
      recorder: { id: 'xu', name: '许晓燕', title: '委员' },
      rules: DEFAULT_SPEAKING_RULES,
    },
    { type: 'doors-opened' },
    came(ZHANG),
    came(CHEN),
    { type: 'opened', present: 2, invited: 3, missingSides: [], overrideReason: null },
    { type: 'item-started', itemId: TALK },
    ...spoke(ZHANG),
    ...spoke(CHEN),
    { type: 'point-parked', pointId: 'p1', text: '地下车库照明', itemId: TALK },
    { type: 'item-ended', itemId: TALK, outcome: 'none' },
    { type: 'item-started', itemId: DECIDE },
    {
      type: 'ballot-opened',
      ballotId,
      itemId: DECIDE,
      title: '同意更换',
      secrecy: 'open',
      changeable: true,
      rule: {
        id: 'deliberation',
        measures: ['heads'],
        quorum: null,
        pass: { of: 'present', share: [1, 2], strict: true },
      },
      label: 'agreement',
      roll: [ZHANG, CHEN],
      dueAt: 1,
    },
    { type: 'ballot-closed', ballotId, verdict: aVerdict({ yes: 12 }) },
    {
      type: 'task-assigned',
      taskId: 't1' as TaskId,
      itemId: DECIDE,
      title: '更换软接头',
      lead: { personId: 'chen', name: '安和物业', side: 'property' },
      helpers: [],
      dueOn: '2026-12-03',
    },
    { type: 'item-ended', itemId: DECIDE, outcome: 'carried' },
    { type: 'closed' },
  ]
  return events.map((event, index) => ({
    seq: index + 1,
    at: index * 10_000,
    actorId: 'lin',
    event,
  }))
}
