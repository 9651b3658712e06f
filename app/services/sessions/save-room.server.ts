import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { proposeInvitees } from '#app/domain/invitations/propose-invitees.ts'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { startingRules } from '#app/domain/meetings/speaking-rules.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { decidesIn } from '#app/domain/sessions/session-plan.ts'
import { sessionBodyOf, type ConvenedBy } from '#app/domain/voting/convened-body.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { holdDraft, saveDraft, type DraftRefusal } from './hold-draft.server.ts'
import { replaceInvitees } from './save-invitees.server.ts'

export type SaveRoomRefusal = DraftRefusal | { code: 'no-compound' }

/**
 * Which room, which compound, where. Another room or compound means other
 * people, so their list is proposed anew; the rest of the plan stays.
 */
export async function saveRoom(
  { db, newId }: { db: Database; newId: () => string },
  viewer: StaffViewer,
  {
    meetingId,
    revision,
    room,
    compoundId,
    venue,
    body,
  }: {
    meetingId: string
    revision: number
    room: Room
    compoundId: string
    venue: string
    body: ConvenedBy
  },
): Promise<Result<{ revision: number }, SaveRoomRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdDraft(tx, viewer, { meetingId, revision })
    if (!held.ok) return held
    const row = held.value
    const [compound] = await tx
      .select({ hall: places.hall })
      .from(places)
      .where(
        and(
          eq(places.id, compoundId),
          eq(places.kind, 'compound'),
          eq(places.communityId, row.communityId),
        ),
      )
    if (!compound) return refuse({ code: 'no-compound' })

    // Only the council room comes to decisions, so only there a body meets.
    const convenedAs = decidesIn(room) ? body : 'deliberation'
    if (row.room !== room || row.compoundId !== compoundId || row.body !== convenedAs) {
      const roster = await getRoster(
        { db: tx },
        { communityId: row.communityId, compoundId, on: localDateOf(row.startsAt) },
      )
      await replaceInvitees(
        tx,
        { newId },
        {
          meetingId,
          roster,
          wanted: proposeInvitees(
            room,
            roster,
            [row.chairId, row.recorderId],
            sessionBodyOf(convenedAs),
          ),
        },
      )
    }
    // A place left empty, or left as it was when the compound changed, means that compound's hall.
    const moved = row.compoundId !== compoundId && venue.trim() === row.venue
    const place = moved || !venue.trim() ? (compound.hall ?? '') : venue.trim()
    // What was chosen of the rules stays, but for how a turn ends, which differs from room to room.
    const rules =
      row.room === room ? row.rules : { ...row.rules, hardStop: startingRules(room).hardStop }
    return ok({
      revision: await saveDraft(tx, row, {
        ...{ room, body: convenedAs, compoundId },
        ...{ venue: place, rules },
      }),
    })
  })
}
