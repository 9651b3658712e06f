import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { appendToLog, type LogServices } from './append-to-log.server.ts'
import { isHallCode } from './hall-code.server.ts'
import { memberOfMeeting } from './member-of-meeting.server.ts'

export type CheckInRefusal =
  MeetingRefusal | { code: 'no-such-meeting' | 'wrong-code' | 'busy' }

/**
 * Marks the viewer's own seat present, for whoever knows the hall's code.
 *
 * Coming twice is coming once. The caller limits how often somebody may try:
 * six digits are few.
 */
export async function checkIn(
  services: LogServices & { config: { sessionSecret: string } },
  viewer: Viewer,
  { meetingId, code }: { meetingId: string; code: string },
): Promise<Result<{ seatId: SeatId; alreadyHere: boolean }, CheckInRefusal>> {
  const member = await memberOfMeeting(services, viewer, meetingId)
  const seatId = member?.me.seatId
  if (!member?.actor || !seatId) return refuse({ code: 'no-such-meeting' })
  if (member.meeting.status === 'cancelled') return refuse({ code: 'meeting-closed' })
  if (!isHallCode(services, meetingId, code)) return refuse({ code: 'wrong-code' })

  const appended = await appendToLog(services, {
    meetingId,
    actor: member.actor,
    key: null,
    decideWith: { type: 'check-in', seatId, by: 'code', reason: null },
  })
  if (appended.ok) return ok({ seatId, alreadyHere: false })
  if (appended.refusal.code === 'already-present') return ok({ seatId, alreadyHere: true })
  return appended
}
