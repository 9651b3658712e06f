import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches } from '@remix-run/react'
import { PublicFrame, type PublicSection } from '#app/features/public/public-frame.tsx'
import { rememberCommunity } from '#app/http/chosen-community.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public', 'terms'] }

export const headers = publicHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

/** Whoever opens a community's page sees it again at `/`. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const frame = await getPublicFrame(context.services, params['code'] ?? '')
  if (!frame) throw notFound()
  return data(
    { frame },
    { headers: { 'Set-Cookie': await rememberCommunity(frame.community.code) } },
  )
}

export default function CommunityLayout() {
  const { frame } = useLoaderData<typeof loader>()
  const page = useMatches().at(-1)?.handle as { section?: PublicSection } | undefined
  return (
    <PublicFrame frame={frame} section={page?.section ?? 'home'}>
      <Outlet />
    </PublicFrame>
  )
}
