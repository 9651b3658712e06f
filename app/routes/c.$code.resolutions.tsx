import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  PUBLIC_LABELS,
  ResolutionsPage,
  type ResolutionChoice,
} from '#app/features/public/resolutions-page.tsx'
import { languageOf } from '#app/http/language.server.ts'
import { pageOf } from '#app/http/params.server.ts'
import { publicTitle } from '#app/http/public-title.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { listPublicResolutions } from '#app/services/records/list-resolutions.server.ts'

export const handle = { section: 'resolutions' }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const frame = await getPublicFrame(services, params['code'] ?? '')
  if (!frame) throw notFound()
  const search = new URL(request.url).searchParams
  const shown = search.get('show')
  const label = PUBLIC_LABELS.find((known) => known === shown)
  const choice: ResolutionChoice = label ?? (shown === 'on-notice' ? shown : null)
  const [found, title] = await Promise.all([
    listPublicResolutions(services, {
      communityId: frame.community.id,
      page: pageOf(search),
      label,
      onNotice: choice === 'on-notice',
    }),
    publicTitle(await languageOf(request), 'resolutions', frame.community),
  ])
  return { frame, choice, found, title }
}

export default function CommunityResolutions() {
  return <ResolutionsPage {...useLoaderData<typeof loader>()} />
}
