import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicMatterPage } from '#app/features/matters/public-matter-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { publicHeaders, thisMinute } from '#app/http/public-page.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicMatter } from '#app/services/matters/get-matter.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import publicStyles from '#app/styles/public.css?url'

export const handle = { i18n: ['matters', 'terms', 'public'] }

export const headers = publicHeaders

export const links: LinksFunction = () =>
  [publicStyles, deskStyles].map((href) => ({ rel: 'stylesheet', href }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.matter.title ?? '' },
]

/** Anybody's page, and the same for everybody: who asks plays no part. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services } = context
  const matter = await getPublicMatter(services, idOf<'matter'>(params['id']))
  if (!matter) throw notFound()
  const frame = await getPublicFrame(services, matter.communityCode)
  return { matter, frame, now: thisMinute(services) }
}

export default function PublicMatterRoute() {
  return <PublicMatterPage {...useLoaderData<typeof loader>()} />
}
