import type { RoomCommand } from '#app/domain/meetings/room-command.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Room } from '#app/domain/meetings/meeting.ts'
import {
  DEFAULT_SPEAKING_RULES,
  type SpeakingRules,
} from '#app/domain/meetings/speaking-rules.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { SeatViewer, StaffViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import type { BallotId, ItemId, SeatId } from '#app/domain/shared/ids.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { actInMeeting } from '#app/services/meetings/act-in-meeting.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { loadMeeting, type MeetingLog } from '#app/services/meetings/load-meeting.server.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { people } from '#db/schema/organisation.ts'
import { LIN, settleRiverside, XU } from './matter-setting.ts'

/** 林雅芳 chairs, 许晓燕 records, 郭明 of the same community minds the door. */
export const CHAIR: StaffViewer = LIN
export const RECORDER: StaffViewer = XU
export const CONVENER: StaffViewer = {
  ...LIN,
  accountId: 'account-guo',
  personId: 'guo',
  name: '郭明',
}
export const MEETING = 'tonight'

export const TALK = 'item-talk' as ItemId
export const DECIDE = 'item-decide' as ItemId
export const DECIDE_LATER = 'item-decide-later' as ItemId

/** `seat('residents-1')`: the viewer who opened that seat's personal link. */
export function seat(id: string, meetingId = MEETING): SeatViewer {
  return {
    kind: 'seat',
    meetingId,
    seatId: `${meetingId}-${id}`,
    personId: `p-${id}`,
    communityId: 'riverside',
    linkVersion: 1,
  }
}
export const seatId = (id: string, meetingId = MEETING) => seat(id, meetingId).seatId as SeatId

/** The plan of a session of 蓝溪花园 tonight: residents 1 to `residents`, one of property, one of the owners. */
export async function planMeeting(
  { db, now }: Services,
  {
    residents = 4,
    id = MEETING,
    room = 'council',
    quorum = DEFAULT_SPEAKING_RULES.quorum,
    rules = {},
  }: {
    residents?: number
    id?: string
    room?: Room
    quorum?: SpeakingRules['quorum']
    /** What this session adopted otherwise than the newest set. */
    rules?: Partial<SpeakingRules>
  } = {},
): Promise<void> {
  if (id === MEETING) {
    await settleRiverside(db)
    await db
      .insert(people)
      .values({ id: 'guo', communityId: 'riverside', name: '郭明', honorific: 'mr' })
  }
  await db.insert(meetings).values({
    id,
    communityId: 'riverside',
    compoundId: 'lanxi',
    room,
    status: 'draft',
    startsAt: now(),
    durationMinutes: 90,
    venue: '党群服务中心二楼',
    chairId: 'lin',
    recorderId: 'xu',
    rules: { ...DEFAULT_SPEAKING_RULES, quorum, ...rules },
    createdBy: 'lin',
    createdAt: now(),
  })
  const item = (itemId: ItemId, position: number, decision: boolean) => ({
    id: id === MEETING ? itemId : `${id}-${itemId}`,
    meetingId: id,
    position,
    kind: decision ? ('decision' as const) : ('discussion' as const),
    title: decision ? '更换水泵软接头' : '停车占道',
    minutes: 20,
    topicType: decision ? ('soft-matter' as const) : null,
    proposal: decision ? '同意更换水泵软接头' : null,
    method: decision ? ('ballot' as const) : ('none' as const),
    secrecy: 'open' as const,
  })
  await db
    .insert(agendaItems)
    .values([item(TALK, 1, false), item(DECIDE, 2, true), item(DECIDE_LATER, 3, true)])

  const guests: [string, Side][] = [
    ...Array.from({ length: residents }, (_, index): [string, Side] => [
      `residents-${index + 1}`,
      'residents',
    ]),
    ['property-1', 'property'],
    ['owners-1', 'owners'],
  ]
  await db
    .insert(people)
    .values(
      guests.map(([name]) => ({
        id: `p-${name}`,
        communityId: 'riverside',
        name: `张${name}`,
        honorific: 'ms' as const,
      })),
    )
    .onConflictDoNothing()
  await db.insert(invitees).values(
    guests.map(([name, side]) => ({
      id: `${id}-${name}`,
      meetingId: id,
      personId: `p-${name}`,
      side,
      role: 'delegate' as const,
      title: '代表',
      canVote: true,
    })),
  )
}

/** Everything a room does, by command; a refusal fails the test. */
export function roomOf(services: Services, meetingId = MEETING) {
  let keys = 0
  const act = (viewer: Viewer, command: RoomCommand, key = `room-key-${++keys}`) =>
    actInMeeting(services, viewer, { meetingId, key, command })
  const must = async (viewer: Viewer, command: RoomCommand) => {
    const acted = await act(viewer, command)
    if (!acted.ok) throw new Error(`${command.type}: ${acted.refusal.code}`)
    return acted.value
  }
  const log = async (): Promise<MeetingLog> => {
    const loaded = await loadMeeting(services, meetingId)
    if (!loaded) throw new Error('There is no log')
    return loaded
  }
  const state = async (): Promise<MeetingState> => (await log()).state
  return {
    act,
    must,
    log,
    state,
    present: async (ids: readonly SeatId[]) => {
      for (const id of ids) {
        await must(CONVENER, { type: 'set-present', seatId: id, reason: '当面核对' })
      }
    },
    /** Opens a ballot on an item and gives its id. */
    openBallot: async (itemId: ItemId, secrecy: 'open' | 'secret'): Promise<BallotId> => {
      await must(CHAIR, { type: 'start-item', itemId })
      await must(CHAIR, { type: 'make-last-call' })
      await must(CHAIR, { type: 'open-ballot', secrecy, seconds: 120 })
      const { ballot } = await state()
      if (!ballot) throw new Error('No ballot was opened')
      return ballot.ballotId
    },
  }
}

/** A session that has begun, with everybody there. */
export async function openMeeting(
  services: Services,
  plan: Pick<
    NonNullable<Parameters<typeof planMeeting>[1]>,
    'residents' | 'quorum' | 'rules'
  > = {},
) {
  await planMeeting(services, plan)
  const convened = await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
  if (!convened.ok) throw new Error(convened.refusal.code)
  const room = roomOf(services)
  await room.must(CHAIR, { type: 'open-doors' })
  const seats = (await room.state()).seats.map((each) => each.id)
  await room.present(seats)
  await room.must(CHAIR, { type: 'open', overrideReason: null })
  return { ...room, seats }
}
