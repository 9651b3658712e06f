import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MATTER_CATEGORIES, MATTER_SOURCES } from '#app/domain/matters/matter.ts'
import { URGENCIES } from '#app/domain/matters/urgency.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import { can } from '#app/domain/permissions/can.ts'
import { MattersPage } from '#app/features/matters/matters-page.tsx'
import { pageOf } from '#app/http/params.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getBoard } from '#app/services/matters/get-board.server.ts'
import { countMatters, listMatters } from '#app/services/matters/list-matters.server.ts'
import { listCompounds } from '#app/services/matters/matter-choices.server.ts'

export const handle = { i18n: ['matters', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const search = new URL(request.url).searchParams
  const asked = askedFrom(search)
  const filter = {
    compoundId: asked.compound || undefined,
    category: MATTER_CATEGORIES.find((category) => category === asked.category),
    source: MATTER_SOURCES.find((source) => source === asked.source),
    lead: SIDES.find((side) => side === asked.lead),
    search: asked.q,
  }
  const [counts, compounds, list, board] = await Promise.all([
    countMatters(services, viewer),
    listCompounds(services.db, viewer),
    asked.view === 'list'
      ? listMatters(services, viewer, {
          ...filter,
          urgency: URGENCIES.find((urgency) => urgency === asked.due),
          state: asked.state === 'closed' || asked.state === 'all' ? asked.state : 'open',
          page: pageOf(search),
        })
      : null,
    asked.view === 'board' ? getBoard(services, viewer, filter) : null,
  ])
  return {
    counts,
    asked,
    compounds,
    list,
    board,
    mayAdd: viewer.communityIds.some((communityId) =>
      can(viewer, 'screen-matters', { communityId }),
    ),
    now: services.now(),
  }
}

function askedFrom(search: URLSearchParams) {
  const text = (name: string) => (search.get(name) ?? '').slice(0, 60)
  return {
    view: search.get('view') === 'board' ? ('board' as const) : ('list' as const),
    q: text('q'),
    compound: text('compound'),
    category: text('category'),
    lead: text('lead'),
    source: text('source'),
    due: text('due'),
    state: text('state'),
  }
}

export default function MattersRoute() {
  return <MattersPage {...useLoaderData<typeof loader>()} />
}
