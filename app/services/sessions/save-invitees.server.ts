import { asc, eq, inArray } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import {
  seatOf,
  type GuestRole,
  type ProposedInvitee,
} from '#app/domain/invitations/propose-invitees.ts'
import type { RosterEntry } from '#app/domain/organisation/roster.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { sessionBodyOf } from '#app/domain/voting/convened-body.ts'
import { takeCarriedItems } from '#app/services/meetings/write-room-rows.server.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'
import { staffOf } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { invitees } from '#db/schema/meetings.ts'
import { holdDraft, saveDraft, type DraftRefusal } from './hold-draft.server.ts'

export type SaveInviteesRefusal = DraftRefusal | { code: 'not-on-roster' | 'no-such-officer' }

/** A line of the roster that is asked, with or without a vote; as what, where it has no part of its own. */
export type WantedInvitee = {
  membershipId: string
  canVote: boolean
  guestAs?: GuestRole | undefined
}

/** Who is asked to the table, who leads, who records. Only people of the roster can be asked. */
export async function saveInvitees(
  { db, newId }: { db: Database; newId: () => string },
  viewer: StaffViewer,
  {
    meetingId,
    revision,
    wanted,
    chairId,
    recorderId,
  }: {
    meetingId: string
    revision: number
    wanted: readonly WantedInvitee[]
    chairId: string | null
    recorderId: string | null
  },
): Promise<Result<{ revision: number }, SaveInviteesRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdDraft(tx, viewer, { meetingId, revision })
    if (!held.ok) return held
    const row = held.value
    const roster = await getRoster({ db: tx }, { ...row, on: localDateOf(row.startsAt) })

    const chosen: ProposedInvitee[] = []
    for (const { membershipId, canVote, guestAs } of wanted) {
      const entry = roster.find((each) => each.membershipId === membershipId)
      if (!entry) return refuse({ code: 'not-on-roster' })
      // On the roster twice, at the table once.
      if (chosen.some((each) => each.personId === entry.personId)) continue
      const seat = seatOf(entry.side, row.room, sessionBodyOf(row.body), guestAs)
      chosen.push({
        ...seat,
        personId: entry.personId,
        // The form can take a vote away, never give one to a side that has none.
        canVote: canVote && seat.canVote,
      })
    }
    const staff = await staffOf(tx, row.communityId)
    const isStaff = (id: string | null) => staff.some(({ personId }) => personId === id)
    if ([chairId, recorderId].some((id) => id !== null && !isStaff(id))) {
      return refuse({ code: 'no-such-officer' })
    }
    await replaceInvitees(tx, { newId }, { meetingId, roster, wanted: chosen })
    const contactId = recorderId ?? row.contactId
    const saved = await saveDraft(tx, row, { chairId, recorderId, contactId })
    // Of a talk room it is known only now whether it is of the same people as one before.
    const carried =
      row.room === 'talkroom'
        ? await takeCarriedItems(tx, { newId }, { ...row, id: meetingId })
        : 0
    return ok({ revision: carried > 0 ? saved + 1 : saved })
  })
}

/** Makes the list what is wanted. Whoever stays keeps their row, and with it the link they may have. */
export async function replaceInvitees(
  tx: Database,
  { newId }: { newId: () => string },
  {
    meetingId,
    roster,
    wanted,
  }: {
    meetingId: string
    roster: readonly RosterEntry[]
    wanted: readonly ProposedInvitee[]
  },
): Promise<void> {
  const before = await tx
    .select({ id: invitees.id, personId: invitees.personId })
    .from(invitees)
    .where(eq(invitees.meetingId, meetingId))
    .orderBy(asc(invitees.id))
  const gone = before.filter((row) => !wanted.some((each) => each.personId === row.personId))
  if (gone.length > 0) {
    await tx.delete(invitees).where(
      inArray(
        invitees.id,
        gone.map((row) => row.id),
      ),
    )
  }
  if (wanted.length === 0) return
  const rows = wanted.map((invitee) => ({
    ...invitee,
    id: before.find((row) => row.personId === invitee.personId)?.id ?? newId(),
    meetingId,
    title: titleOf(invitee, roster),
  }))
  for (const { id, ...row } of rows) {
    await tx
      .insert(invitees)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: invitees.id, set: row })
  }
}

function titleOf({ personId, side }: ProposedInvitee, roster: readonly RosterEntry[]): string {
  const entry =
    roster.find((each) => each.personId === personId && each.side === side) ??
    roster.find((each) => each.personId === personId)
  return entry?.title ?? ''
}
