import { and, eq, exists, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'

/**
 * The condition every list, count, feed and search of meetings carries.
 *
 * Guests see what the public may know: sessions and tea rooms whose notice was
 * sent. Staff see their communities, drafts too. A talk room is there only for
 * its chair, its recorder and those invited to it.
 */
export function visibleMeetings({ db }: { db: Database }, viewer: Viewer): SQL {
  const notTalkroom = ne(meetings.room, 'talkroom')
  const announced = ne(meetings.status, 'draft')
  switch (viewer.kind) {
    case 'guest':
      return sqlAnd(notTalkroom, announced)
    case 'screen':
      return sqlAnd(notTalkroom, announced, eq(meetings.id, viewer.meetingId))
    case 'seat':
      return sqlAnd(announced, eq(meetings.id, viewer.meetingId))
    case 'staff': {
      if (viewer.communityIds.length === 0) return sql`false`
      const own = inArray(meetings.communityId, [...viewer.communityIds])
      // Town and county read what was announced; a draft is its community's own.
      const readable =
        viewer.role === 'cadre' || viewer.role === 'recorder' ? own : sqlAnd(own, announced)
      return sqlAnd(readable, or(notTalkroom, hasPartIn({ db }, viewer.personId)))
    }
  }
}

/** That somebody chairs a meeting, records it, or is invited to it. */
function hasPartIn({ db }: { db: Database }, personId: string | typeof accounts.personId): SQL {
  return sqlOr(
    eq(meetings.chairId, personId),
    eq(meetings.recorderId, personId),
    exists(
      db
        .select({ one: sql`1` })
        .from(invitees)
        .where(and(eq(invitees.meetingId, meetings.id), eq(invitees.personId, personId))),
    ),
  )
}

/** That a member of staff may be given the chair: in a talk room only who has a part in it, and so finds it. */
export function mayBeGivenChair({ db }: { db: Database }): SQL {
  return sqlOr(ne(meetings.room, 'talkroom'), hasPartIn({ db }, accounts.personId))
}

/** Whether a viewer may know of one meeting. */
export async function seesMeeting(
  { db }: { db: Database },
  viewer: Viewer,
  meetingId: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), visibleMeetings({ db }, viewer)))
  return row !== undefined
}

function sqlOr(...conditions: (SQL | undefined)[]): SQL {
  return or(...conditions) ?? sql`false`
}

function sqlAnd(...conditions: (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`true`
}
