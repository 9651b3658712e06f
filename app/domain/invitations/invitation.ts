import type { MeetingStatus, Room, SeatRole } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { PlannedItem } from '#app/domain/sessions/session-plan.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { sessionBodyOf, type ConvenedBy } from '#app/domain/voting/convened-body.ts'
import { RULE_PROFILES } from '#app/domain/voting/rule-profiles.ts'

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
  /** Whether somebody else may come with this vote. */
  mayDepute: boolean
}

export type Answer = { rsvp: Rsvp; deputyName: string | null; note: string | null }

export type AnswerRefusal = {
  code: 'too-late' | 'deputy-missing' | 'in-person-only' | 'cancelled'
}

/** Whoever holds no vote is replaced by anybody; a vote only where its rule lets somebody else bring it. */
export function mayDepute({ body, canVote }: { body: ConvenedBy; canVote: boolean }): boolean {
  const as = sessionBodyOf(body)
  return !canVote || !RULE_PROFILES.some(({ id, inPersonOnly }) => id === as && inPersonOnly)
}

/**
 * What an answer is kept as. It can be changed until the doors open; who comes
 * instead needs a name, so that the door knows whom to let in.
 */
export function decideAnswer(
  { status, mayDepute }: Pick<Invitation, 'status' | 'mayDepute'>,
  { rsvp, deputyName, note }: Answer,
): Result<Answer, AnswerRefusal> {
  if (status === 'cancelled') return refuse({ code: 'cancelled' })
  if (status !== 'notified') return refuse({ code: 'too-late' })
  if (rsvp === 'deputy' && !mayDepute) return refuse({ code: 'in-person-only' })
  const deputy = deputyName?.trim() || null
  if (rsvp === 'deputy' && deputy === null) return refuse({ code: 'deputy-missing' })
  return ok({ rsvp, deputyName: rsvp === 'deputy' ? deputy : null, note: note?.trim() || null })
}
