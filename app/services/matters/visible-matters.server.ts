import { and, eq, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { PRIVATE_CATEGORIES, PUBLIC_STATUSES } from '#app/domain/matters/public-matter.ts'
import type { StaffViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'

/**
 * The condition every list, count, feed and search of matters carries.
 *
 * The public follows what was accepted and is nobody's quarrel. The staff of a
 * community see all of it, but what a talk room dealt with only if they chaired,
 * recorded or were invited. Town and county see what is not between neighbours.
 */
export function visibleMatters(viewer: Viewer): SQL {
  if (viewer.kind !== 'staff') return publicMatters()
  if (viewer.communityIds.length === 0) return sql`false`
  const own = inArray(matters.communityId, [...viewer.communityIds])
  return viewer.role === 'cadre' || viewer.role === 'recorder'
    ? all(own, sql`not ${talkroomWithout(viewer)}`)
    : all(own, openly())
}

/** What anybody may read without an account. */
export function publicMatters(): SQL {
  return all(inArray(matters.status, [...PUBLIC_STATUSES]), openly())
}

/** Neither between neighbours nor ever in a talk room. */
export function openly(): SQL {
  return all(
    notInArray(matters.category, [...PRIVATE_CATEGORIES]),
    sql`not ${talkroomWithout(null)}`,
  )
}

/** That a talk room dealt with it in which this person had no part. */
function talkroomWithout(viewer: StaffViewer | null): SQL {
  const hadPart = viewer
    ? or(
        eq(meetings.chairId, viewer.personId),
        eq(meetings.recorderId, viewer.personId),
        sql`exists (select 1 from ${invitees}
          where ${invitees.meetingId} = ${meetings.id} and ${invitees.personId} = ${viewer.personId})`,
      )
    : undefined
  return sql`exists (select 1 from ${meetings}
    where ${meetings.room} = 'talkroom'
      ${hadPart ? sql`and not coalesce((${hadPart}), false)` : sql``}
      and (${meetings.id} in (select ${tasks.meetingId} from ${tasks} where ${tasks.matterId} = ${matters.id})
        or ${meetings.id} in (select ${agendaItems.meetingId} from ${agendaItems} where ${agendaItems.matterId} = ${matters.id})))`
}

function all(...conditions: SQL[]): SQL {
  return and(...conditions) ?? sql`true`
}
