import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatArea } from '#app/domain/voting/area.ts'
import { PapersPage } from '#app/features/owners-votes/papers-page.tsx'
import { electorOnPaper } from '#app/http/elector-on-paper.server.ts'
import { idOf, pageOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { PAPERS_AT_ONCE, printPapers } from '#app/services/owners-votes/print-papers.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import deskStyles from '#app/styles/desk.css?url'

export const handle = { i18n: ['owners-votes', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services, origin } = context
  const voteId = idOf<'owners-vote'>(params['id'])
  const page = pageOf(new URL(request.url).searchParams)
  const printed = await printPapers(services, viewer, { voteId, page })
  if (!printed.ok) throw notFound()
  const { vote, electors, total } = printed.value
  return {
    vote,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAPERS_AT_ONCE)),
    papers: electors.map(({ area, ...line }) => {
      const { electorId, names, doors, link } = electorOnPaper(context, vote, line)
      return {
        ...{ electorId, names, doors },
        area: formatArea(area),
        phone: qrPath(link),
        desk: qrPath(`${origin}/desk/owners-votes/${voteId}/paper/${electorId}`),
      }
    }),
  }
}

export default function PapersRoute() {
  return <PapersPage {...useLoaderData<typeof loader>()} />
}
