import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SilentPage } from '#app/features/owners-votes/silent-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { signElectorLink } from '#app/services/owners-votes/elector-link.server.ts'
import { listSilentElectors } from '#app/services/owners-votes/list-electors.server.ts'

export const handle = { i18n: ['owners-votes', 'terms'] }

const PER_PAGE = 100

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services, origin } = context
  const page = Math.max(
    1,
    Math.trunc(Number(new URL(request.url).searchParams.get('page')) || 1),
  )
  const found = await listSilentElectors(services.db, viewer, {
    voteId: idOf<'owners-vote'>(params['id']),
    page,
    perPage: PER_PAGE,
  })
  if (!found) throw notFound()
  const { id, title, code, linkVersion } = found.vote
  return {
    vote: { id, title },
    total: found.total,
    page,
    pages: Math.max(1, Math.ceil(found.total / PER_PAGE)),
    electors: found.electors.map(({ electorId, names, doors, held }) => ({
      electorId,
      names: names.join('、'),
      doors: doors.join('、'),
      held,
      link: `${origin}/o/${signElectorLink(services.config.sessionSecret, {
        code,
        electorId,
        version: linkVersion,
      })}`,
    })),
  }
}

export default function SilentRoute() {
  return <SilentPage {...useLoaderData<typeof loader>()} />
}
