import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SlipsPage } from '#app/features/owners-votes/slips-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { silentElectors } from '#app/http/silent-electors.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import deskStyles from '#app/styles/desk.css?url'

export const handle = { i18n: ['owners-votes'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const found = await silentElectors(request, context, {
    viewer,
    voteId: idOf<'owners-vote'>(params['id']),
  })
  if (!found || (found.vote.state !== 'announced' && found.vote.state !== 'open')) {
    throw notFound()
  }
  const { electors, ...list } = found
  return {
    ...list,
    // Where nobody can vote yet there is nothing to be reminded of but naming who does.
    slips: electors
      .filter(({ held }) => !held)
      .map(({ electorId, names, doors, link }) => ({
        ...{ electorId, names, doors },
        qr: link === null ? null : qrPath(link),
      })),
  }
}

export default function SlipsRoute() {
  return <SlipsPage {...useLoaderData<typeof loader>()} />
}
