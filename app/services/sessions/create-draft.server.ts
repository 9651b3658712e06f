import { and, eq, gte, ne } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { proposeInvitees } from '#app/domain/invitations/propose-invitees.ts'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { startingRules } from '#app/domain/meetings/speaking-rules.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { nextFreeEvening, USUAL_MINUTES } from '#app/domain/sessions/next-free-evening.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'
import { takeCarriedItems } from '#app/services/meetings/write-room-rows.server.ts'
import { decidesIn, type PlannedItem } from '#app/domain/sessions/session-plan.ts'
import { sessionBodyOf, type ConvenedBy } from '#app/domain/voting/convened-body.ts'
import { staffOf } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'

type Lent = { db: Database; now: () => Date; newId: () => string }

export type CreateDraftRefusal = { code: 'not-yours-to-do' | 'no-compound' | 'no-free-evening' }

/** The two parts every session has, in the convener's language: they are text of the agenda. */
export type FixedParts = { opening: string; closing: string }
const OPENING_MINUTES = 8
const CLOSING_MINUTES = 6
const DECISION_MINUTES = 20

/**
 * Begins a session's plan with everything that can be guessed: the next free
 * evening, the compound's hall, who leads, who records, whom to ask. It is kept
 * from the first moment, so that it can be left and taken up again.
 */
export async function createDraft(
  services: Lent,
  viewer: StaffViewer,
  {
    key = services.newId(),
    communityId,
    compoundId,
    room,
    venue,
    body = 'deliberation',
    about = null,
    parts,
  }: {
    /** What the form was given, and the session's id: sending it twice is once. */
    key?: string | undefined
    communityId: string
    compoundId: string | null
    room: Room
    body?: ConvenedBy
    /** What it is convened to decide: a recommendation of another session. */
    about?: Pick<PlannedItem, 'title' | 'proposal' | 'topicType' | 'matterId'> | null
    /** Empty: the compound's hall. */
    venue: string
    parts: FixedParts
  },
): Promise<Result<{ meetingId: string }, CreateDraftRefusal>> {
  if (!can(viewer, 'convene', { communityId })) return refuse({ code: 'not-yours-to-do' })
  const now = services.now()
  return services.db.transaction(async (tx) => {
    const community = await getCommunity({ db: tx }, communityId)
    const compound =
      community?.compounds.find((each) => each.id === compoundId) ?? community?.compounds[0]
    if (!compound) return refuse({ code: 'no-compound' })

    const startsAt = nextFreeEvening(now, await bookingsFrom(tx, communityId, now))
    if (!startsAt) return refuse({ code: 'no-free-evening' })
    const officers = await officersOf(tx, viewer, communityId)
    const roster = await getRoster(
      { db: tx },
      { communityId, compoundId: compound.id, on: localDateOf(startsAt) },
    )

    const convenedAs = decidesIn(room) ? body : 'deliberation'
    const meetingId = key
    const [begun] = await tx
      .insert(meetings)
      .values({
        id: meetingId,
        communityId,
        compoundId: compound.id,
        room,
        body: convenedAs,
        status: 'draft',
        startsAt,
        durationMinutes: USUAL_MINUTES,
        venue: venue.trim() || (compound.hall ?? ''),
        ...officers,
        contactId: officers.recorderId ?? viewer.personId,
        rules: startingRules(room),
        createdBy: viewer.personId,
        createdAt: now,
      })
      .onConflictDoNothing({ target: meetings.id })
      .returning({ id: meetings.id })
    if (!begun) return ok({ meetingId })
    const plain = { method: 'none' as const, secrecy: 'open' as const }
    const items = [
      {
        ...plain,
        kind: 'report-back' as const,
        title: parts.opening,
        minutes: OPENING_MINUTES,
      },
      ...(about && decidesIn(room)
        ? [
            {
              ...{ ...plain, ...about, kind: 'decision' as const, minutes: DECISION_MINUTES },
              method: 'ballot' as const,
            },
          ]
        : []),
      { ...plain, kind: 'open-floor' as const, title: parts.closing, minutes: CLOSING_MINUTES },
    ]
    await tx
      .insert(agendaItems)
      .values(
        items.map((item, position) => ({ ...item, id: services.newId(), meetingId, position })),
      )
    const proposed = proposeInvitees(
      room,
      roster,
      [officers.chairId, officers.recorderId],
      sessionBodyOf(convenedAs),
    )
    if (proposed.length > 0) {
      await tx.insert(invitees).values(
        proposed.map((invitee) => ({
          ...invitee,
          id: services.newId(),
          meetingId,
          title:
            roster.find(
              (each) => each.personId === invitee.personId && each.side === invitee.side,
            )?.title ?? '',
        })),
      )
    }
    await takeCarriedItems(tx, services, { id: meetingId, compoundId: compound.id, room })
    return ok({ meetingId })
  })
}

/** What is already booked in a community's halls. */
export async function bookingsFrom(db: Database, communityId: string, from: Date) {
  return db
    .select({ startsAt: meetings.startsAt, durationMinutes: meetings.durationMinutes })
    .from(meetings)
    .where(
      and(
        eq(meetings.communityId, communityId),
        gte(meetings.startsAt, from),
        ne(meetings.status, 'cancelled'),
      ),
    )
}

/** The cadre who plans leads; a recorder of the community writes. */
async function officersOf(
  db: Database,
  viewer: StaffViewer,
  communityId: string,
): Promise<{ chairId: string | null; recorderId: string | null }> {
  const staff = await staffOf(db, communityId)
  const cadre = staff.find((each) => each.role === 'cadre')?.personId ?? null
  const recorder = staff.find((each) => each.role === 'recorder')?.personId ?? null
  return viewer.role === 'recorder'
    ? { chairId: cadre, recorderId: viewer.personId }
    : { chairId: viewer.personId, recorderId: recorder }
}
