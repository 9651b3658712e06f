import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { MeetingCommand } from '#app/domain/meetings/meeting-command.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import type { RoomCommand } from '#app/domain/meetings/room-command.ts'
import { publicNameOf } from '#app/domain/organisation/surname.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { worksFor } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { people } from '#db/schema/organisation.ts'
import { officersOf } from './officers-of.server.ts'
import { closeTemperature } from './close-temperature.server.ts'
import type { MeetingRow } from './seats-meetings.server.ts'
import { mayBeGivenChair } from './visible-meetings.server.ts'

/** What cannot be decided from the log alone: it needs a name, an office or a count. */
export type RowBound = Extract<
  RoomCommand,
  { type: 'seat-deputy' | 'hand-over-chair' | 'close-temperature' }
>

const ROW_BOUND: ReadonlySet<RoomCommand['type']> = new Set<RowBound['type']>([
  'seat-deputy',
  'hand-over-chair',
  'close-temperature',
])

export function isRowBound(command: RoomCommand): command is RowBound {
  return ROW_BOUND.has(command.type)
}

/** Adds what rows know, in the transaction that will write the event. */
export async function commandFromRows(
  tx: Database,
  {
    now,
    meeting,
    meetingId,
    state,
  }: { now: () => Date; meeting: MeetingRow; meetingId: string; state: MeetingState },
  command: RowBound,
): Promise<Result<MeetingCommand, MeetingRefusal>> {
  switch (command.type) {
    case 'seat-deputy': {
      const { seatId, deputy } = command
      const invited = await invitedNames(tx, meetingId, seatId)
      if (!invited) return refuse({ code: 'no-such-seat' })
      const called = deputy && publicNameOf(deputy.name, deputy.honorific)
      return ok({
        type: 'seat-deputy',
        seatId,
        deputy: deputy &&
          called && { name: deputy.name, publicName: called.zh, publicNameEn: called.en },
        invited,
      })
    }
    case 'hand-over-chair': {
      const to =
        'seatId' in command.to
          ? officerFromSeat(state, command.to.seatId)
          : await staffOfficer(
              tx,
              { ...meeting, meetingId },
              command.to.personId,
              localDateOf(now()),
            )
      if (!to) return refuse({ code: 'no-such-seat' })
      return ok({ type: 'hand-over-chair', to, reason: command.reason })
    }
    case 'close-temperature': {
      const counts = await closeTemperature(tx, { meetingId, checkId: command.checkId })
      return counts
        ? ok({ type: 'close-temperature', checkId: command.checkId, counts })
        : refuse({ code: 'temperature-not-open' })
    }
  }
}

async function invitedNames(
  tx: Database,
  meetingId: string,
  seatId: string,
): Promise<{ publicName: string; publicNameEn: string } | null> {
  const [row] = await tx
    .select({ name: people.name, honorific: people.honorific })
    .from(invitees)
    .innerJoin(people, eq(people.id, invitees.personId))
    .where(and(eq(invitees.id, seatId), eq(invitees.meetingId, meetingId)))
  if (!row) return null
  const called = publicNameOf(row.name, row.honorific)
  return { publicName: called.zh, publicNameEn: called.en }
}

function officerFromSeat(state: MeetingState, seatId: string): Officer | null {
  const seat = state.seats.find((each) => each.id === seatId)
  return seat ? { id: seat.id, name: seat.name, title: seat.title, seatId: seat.id } : null
}

/** Only those who work for the community of this session, and in a talk room have a part in it. */
async function staffOfficer(
  tx: Database,
  { meetingId, communityId, compoundId }: MeetingRow & { meetingId: string },
  personId: string,
  today: string,
): Promise<Officer | null> {
  const [staff] = await tx
    .select({ personId: accounts.personId })
    .from(accounts)
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .where(
      and(mayBeGivenChair({ db: tx }), eq(accounts.personId, personId), worksFor(communityId)),
    )
  if (!staff) return null
  return (await officersOf(tx, [personId], { compoundId, today })).get(personId) ?? null
}
