import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomePage } from '#app/features/public/home-page.tsx'
import { languageOf } from '#app/http/language.server.ts'
import { thisMinute } from '#app/http/public-page.server.ts'
import { publicTitle } from '#app/http/public-title.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { getPublicHome } from '#app/services/public/get-public-home.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const frame = await getPublicFrame(services, params['code'] ?? '')
  if (!frame) throw notFound()
  const [home, title] = await Promise.all([
    getPublicHome(services, frame.community.id),
    publicTitle(await languageOf(request), 'home', frame.community),
  ])
  return { frame, home, title, now: thisMinute(services) }
}

export default function CommunityHome() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
