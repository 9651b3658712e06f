import { can } from '#app/domain/permissions/can.ts'
import type { Community, Compound } from '#app/domain/organisation/community.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { notFound } from './responses.server.ts'
import type { RequestContext } from './request-context.server.ts'
import { requireStaff } from './viewer.server.ts'

/**
 * The staff whose register a page shows, and the compound it asks for in `?compound=`, else their
 * first one.
 *
 * @throws 404 for who keeps no register.
 */
export async function registerPageOf(
  request: Request,
  context: RequestContext,
): Promise<{ viewer: StaffViewer; community: Community; compound: Compound }> {
  const viewer = await requireStaff(request, context)
  const communityId = viewer.scopeId
  if (!can(viewer, 'keep-register', { communityId })) throw notFound()
  const community = await getCommunity(context.services, communityId)
  const asked = new URL(request.url).searchParams.get('compound')
  const compound =
    community?.compounds.find(({ id }) => id === asked) ?? community?.compounds[0]
  if (!community || !compound) throw notFound()
  return { viewer, community, compound }
}
