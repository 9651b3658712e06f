import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { maskMinutes } from '#app/domain/records/mask-minutes.ts'
import { maskText } from '#app/domain/records/mask.ts'
import { isAsking } from '#app/domain/records/minutes-phase.ts'
import type { TableMinutes } from '#app/domain/records/minutes-view.ts'
import type { MeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import type { Database } from '#db/database.ts'
import { listProposals } from './list-proposals.server.ts'
import { addendaOf, currentMinutes, findMinutes } from './minutes-rows.server.ts'

/** Whoever sat there knows who sat there. Telephones and doors are covered. */
const NO_NAMES = { names: [] }

/**
 * The minutes for somebody who has a seat at this meeting, once they were asked
 * to read them. Null before that, and for everybody else.
 */
export async function getTableMinutes(
  services: { db: Database; logs: MeetingLogs; now: () => Date },
  viewer: Viewer,
  meetingId: string,
): Promise<TableMinutes | null> {
  if (viewer.kind !== 'seat') return null
  const source = await findMinutes(services, viewer, meetingId)
  if (!source || !can(viewer, 'read-minutes', source.meeting)) return null
  const { saved, log } = source
  if (saved?.phase !== 'proposals' && saved?.phase !== 'confirmed') return null
  const [proposals, addenda] = await Promise.all([
    listProposals(services, meetingId, log.state),
    addendaOf(services, meetingId),
  ])
  const { phase, askedUntil } = saved
  const covered = (text: string) => maskText(text, NO_NAMES).text
  return {
    meetingId,
    phase,
    content: maskMinutes(currentMinutes(source), NO_NAMES).content,
    asking: {
      until: askedUntil,
      open: isAsking(
        { phase, askedUntil, endedEarly: saved.askingEndedAt !== null },
        localDateOf(services.now()),
      ),
    },
    proposals: proposals
      .filter(({ state, by }) => state !== 'withdrawn' || by.seatId === viewer.seatId)
      .map((proposal) => ({
        ...proposal,
        quoted: covered(proposal.quoted),
        text: covered(proposal.text),
        answer: proposal.answer && covered(proposal.answer),
      })),
    mySeatId: viewer.seatId,
    confirmedAt: saved.confirmedAt,
    contentHash: saved.contentHash,
    addenda: addenda.map((added) => ({
      ...added,
      text: covered(added.text),
      reason: covered(added.reason),
    })),
  }
}
