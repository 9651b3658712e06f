import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import { RosterPage } from '#app/features/desk/roster-page.tsx'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'

export const handle = { i18n: ['desk', 'terms', 'community'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const communityId = viewer.scopeId
  if (!can(viewer, 'see-roster', { communityId })) throw notFound()
  const community = await getCommunity(context.services, communityId)
  if (!community) throw notFound()
  const asked = new URL(request.url).searchParams.get('compound')
  const compound =
    asked === 'all'
      ? null
      : (community.compounds.find((each) => each.id === asked) ??
        community.compounds[0] ??
        null)
  const roster = await getRoster(context.services, {
    communityId,
    compoundId: compound?.id ?? null,
    on: localDateOf(context.services.now()),
  })
  return { compounds: community.compounds, compoundId: compound?.id ?? null, roster }
}

export default function RosterRoute() {
  return <RosterPage {...useLoaderData<typeof loader>()} />
}
