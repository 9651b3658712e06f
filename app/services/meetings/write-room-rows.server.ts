import { and, asc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Room } from '#app/domain/meetings/meeting.ts'
import type { Database } from '#db/database.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { carriedItems, temperatureChecks } from '#db/schema/room.ts'
import { dropTemperature } from './close-temperature.server.ts'

type Lent = { newId: () => string }
type Session = { meetingId: string; compoundId: string; at: Date; state: MeetingState }

/** Rows that belong to what happens in the room, beside ballots, tasks and matters. */
export async function writeRoomRows(
  tx: Database,
  lent: Lent,
  session: Session,
  event: MeetingEvent,
): Promise<void> {
  switch (event.type) {
    case 'temperature-opened':
      await tx
        .insert(temperatureChecks)
        .values({ id: event.checkId, meetingId: session.meetingId, state: 'open' })
      return
    case 'closed':
      await dropTemperature(tx, session.meetingId)
      return
    case 'deputy-seated':
    case 'deputy-left':
      // The link of whoever sat there until now is worth nothing from here on.
      await tx
        .update(invitees)
        .set({ linkVersion: sql`${invitees.linkVersion} + 1` })
        .where(and(eq(invitees.id, event.seatId), eq(invitees.meetingId, session.meetingId)))
      return
    case 'item-carried-over':
      await carryOver(tx, lent, session, event)
      return
    default:
      return
  }
}

async function carryOver(
  tx: Database,
  lent: Lent,
  { meetingId, compoundId, at, state }: Session,
  { itemId, reason }: Extract<MeetingEvent, { type: 'item-carried-over' }>,
): Promise<void> {
  const item = state.agenda.find((each) => each.id === itemId)
  if (!item) return
  const { id, kind, title, minutes, matterId, topicType, proposal, method, secrecy } = item
  const { inNotice } = item
  await tx.insert(carriedItems).values({
    fromMeetingId: meetingId,
    itemId: id,
    compoundId,
    room: state.room,
    item: {
      ...{ id, kind, title, minutes, matterId, topicType, proposal, method, secrecy, inNotice },
      carriedFrom: { meetingId, title: state.title, reason },
    },
    at,
  })
  const [next] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.compoundId, compoundId),
        eq(meetings.room, state.room),
        eq(meetings.status, 'draft'),
        gt(meetings.startsAt, at),
        state.room === 'talkroom' ? sameTable(sql`${meetingId}`, sql`meeting.id`) : undefined,
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .limit(1)
    .for('update')
  if (next) await takeCarriedItems(tx, lent, { id: next.id, compoundId, room: state.room })
}

/** That the same people are asked to two meetings, and the same lead and record them; of nobody it is not. */
function sameTable(one: SQL, other: SQL): SQL {
  const invited = (id: SQL) =>
    sql`(select array_agg(person_id order by person_id) from invitee where meeting_id = ${id})`
  return sql`${invited(one)} = ${invited(other)} and exists (
    select 1 from meeting a, meeting b where a.id = ${one} and b.id = ${other}
       and a.chair_id = b.chair_id and a.recorder_id = b.recorder_id)`
}

/**
 * Puts what earlier sessions put off on a plan, after what is there, with where
 * it comes from. Each is taken once; a plan that is thrown away gives it back.
 * What was put off in a talk room goes to a plan of the same people alone.
 *
 * @returns how many there were.
 */
export async function takeCarriedItems(
  tx: Database,
  { newId }: Lent,
  { id, compoundId, room }: { id: string; compoundId: string; room: Room },
): Promise<number> {
  const carried = await tx
    .update(carriedItems)
    .set({ takenBy: id })
    .where(
      and(
        eq(carriedItems.compoundId, compoundId),
        eq(carriedItems.room, room),
        isNull(carriedItems.takenBy),
        room === 'talkroom'
          ? sameTable(sql`carried_item.from_meeting_id`, sql`${id}`)
          : undefined,
      ),
    )
    .returning()
  if (carried.length === 0) return 0
  const known = await tx
    .select({ id: agendaItems.id, kind: agendaItems.kind, position: agendaItems.position })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, id))
    .orderBy(asc(agendaItems.position))
  const last = known.at(-1)
  // The open floor stays the end of the evening.
  const ends = last?.kind === 'open-floor' ? last : null
  const first = ends?.position ?? (last ? last.position + 1 : 0)
  if (ends) {
    await tx
      .update(agendaItems)
      .set({ position: ends.position + carried.length })
      .where(eq(agendaItems.id, ends.id))
  }
  await tx.insert(agendaItems).values(
    carried
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ item }, index) => {
        const { id: _id, inNotice: _inNotice, carriedFrom = null, ...plan } = item
        return { ...plan, id: newId(), meetingId: id, position: first + index, carriedFrom }
      }),
  )
  // A form that is open on this plan is told that it is stale.
  await tx
    .update(meetings)
    .set({ revision: sql`${meetings.revision} + 1` })
    .where(eq(meetings.id, id))
  return carried.length
}
