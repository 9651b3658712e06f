import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Query } from '#db/database.ts'

/**
 * Those of these viewers who may not be here any more: their link was revoked
 * since they opened it, or their account was closed. One query for all of them.
 */
export async function findRevoked<Who extends Viewer>(
  query: Query,
  viewers: readonly Who[],
): Promise<Who[]> {
  if (viewers.length === 0) return []
  const ids = { seat: new Set<string>(), screen: new Set<string>(), staff: new Set<string>() }
  for (const viewer of viewers) {
    if (viewer.kind === 'seat') ids.seat.add(viewer.seatId)
    else if (viewer.kind === 'screen') ids.screen.add(viewer.meetingId)
    else if (viewer.kind === 'staff') ids.staff.add(viewer.accountId)
  }
  const rows = await query<{ name: string }>(
    `select 'seat ' || id || ' ' || link_version as name from invitee where id = any($1::text[])
     union all
     select 'screen ' || id || ' ' || screen_version from meeting where id = any($2::text[])
     union all
     select 'staff ' || id from account where id = any($3::text[]) and disabled_at is null`,
    [[...ids.seat], [...ids.screen], [...ids.staff]],
  )
  const holding = new Set(rows.map((row) => row.name))
  return viewers.filter((viewer) => !holding.has(nameOf(viewer)))
}

function nameOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'seat':
      return `seat ${viewer.seatId} ${viewer.linkVersion}`
    case 'screen':
      return `screen ${viewer.meetingId} ${viewer.linkVersion}`
    case 'staff':
      return `staff ${viewer.accountId}`
    case 'guest':
      return 'guest'
  }
}
