import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  MATTER_STATES,
  MattersPage,
  PUBLIC_CATEGORIES,
} from '#app/features/public/matters-page.tsx'
import { languageOf } from '#app/http/language.server.ts'
import { pageOf } from '#app/http/params.server.ts'
import { publicTitle } from '#app/http/public-title.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { listPublicMatters } from '#app/services/matters/list-matters.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { getPublicNumbers } from '#app/services/public/get-public-numbers.server.ts'

export const handle = { section: 'matters' }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const frame = await getPublicFrame(services, params['code'] ?? '')
  if (!frame) throw notFound()
  const search = new URL(request.url).searchParams
  const asked = {
    state: MATTER_STATES.find((known) => known === search.get('state')) ?? 'open',
    category: PUBLIC_CATEGORIES.find((known) => known === search.get('category')) ?? null,
    search: (search.get('search') ?? '').trim().slice(0, 40),
  }
  const [found, numbers, title] = await Promise.all([
    listPublicMatters(services, {
      communityId: frame.community.id,
      state: asked.state,
      category: asked.category ?? undefined,
      search: asked.search,
      page: pageOf(search),
      perPage: 20,
    }),
    getPublicNumbers(services, frame.community.id),
    publicTitle(await languageOf(request), 'matters', frame.community),
  ])
  return { frame, numbers, asked, found, title }
}

export default function CommunityMatters() {
  return <MattersPage {...useLoaderData<typeof loader>()} />
}
