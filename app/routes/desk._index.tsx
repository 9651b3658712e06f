import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import { AreaPage } from '#app/features/desk/area-page.tsx'
import { DeskHome } from '#app/features/desk/desk-home.tsx'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { viewAggregates } from '#app/services/organisation/view-aggregates.server.ts'
import { viewDesk } from '#app/services/sessions/view-desk.server.ts'

export const handle = { i18n: ['desk', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const communityId = viewer.scopeId
  if (!can(viewer, 'see-desk', { communityId })) {
    const communities = await viewAggregates(services, viewer)
    if (!communities) throw notFound()
    return { face: 'area', communities } as const
  }
  const asked = new URL(request.url).searchParams.get('week')
  const week = asked === null ? null : parseLocalDate(asked)
  const desk = await viewDesk(services, viewer, { communityId, week })
  return { face: 'desk', desk, now: services.now() } as const
}

export default function DeskHomeRoute() {
  const loaded = useLoaderData<typeof loader>()
  return loaded.face === 'area' ? (
    <AreaPage communities={loaded.communities} />
  ) : (
    <DeskHome desk={loaded.desk} now={loaded.now} />
  )
}
