import type { MeetingStatus, Room, SeatRole } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { PlannedItem } from '#app/domain/sessions/session-plan.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

export type Rsvp = 'yes' | 'no' | 'deputy'

/** An invitation as the person invited reads it. */
export type Invitation = {
  meetingId: string
  seatId: string
  name: string
  side: Side
  role: SeatRole
  canVote: boolean
  room: Room
  status: MeetingStatus
  number: number | null
  compound: string
  compoundEn: string
  community: string
  communityEn: string
  venue: string
  startsAt: Date
  durationMinutes: number
  cancelledReason: string | null
  hotline: string | null
  items: Pick<PlannedItem, 'id' | 'kind' | 'title' | 'minutes' | 'method' | 'proposal'>[]
  rsvp: Rsvp | null
  rsvpNote: string | null
  deputyName: string | null
}

export type Answer = { rsvp: Rsvp; deputyName: string | null; note: string | null }

export type AnswerRefusal = { code: 'too-late' | 'deputy-missing' | 'cancelled' }

/**
 * What an answer is kept as. It can be changed until the doors open; who comes
 * instead needs a name, so that the door knows whom to let in.
 */
export function decideAnswer(
  status: MeetingStatus,
  { rsvp, deputyName, note }: Answer,
): Result<Answer, AnswerRefusal> {
  if (status === 'cancelled') return refuse({ code: 'cancelled' })
  if (status !== 'notified') return refuse({ code: 'too-late' })
  const deputy = deputyName?.trim() || null
  if (rsvp === 'deputy' && deputy === null) return refuse({ code: 'deputy-missing' })
  return ok({ rsvp, deputyName: rsvp === 'deputy' ? deputy : null, note: note?.trim() || null })
}
