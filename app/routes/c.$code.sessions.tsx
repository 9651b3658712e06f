import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PUBLIC_ROOMS, SessionsPage } from '#app/features/public/sessions-page.tsx'
import { languageOf } from '#app/http/language.server.ts'
import { pageOf } from '#app/http/params.server.ts'
import { publicTitle } from '#app/http/public-title.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import {
  listComingSessions,
  listPastSessions,
} from '#app/services/public/list-public-sessions.server.ts'

export const handle = { section: 'sessions' }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const frame = await getPublicFrame(services, params['code'] ?? '')
  if (!frame) throw notFound()
  const search = new URL(request.url).searchParams
  const room = PUBLIC_ROOMS.find((known) => known === search.get('room')) ?? null
  const wanted = { communityId: frame.community.id, room: room ?? undefined }
  const [coming, past, title] = await Promise.all([
    listComingSessions(services, wanted),
    listPastSessions(services, { ...wanted, page: pageOf(search) }),
    publicTitle(await languageOf(request), 'sessions', frame.community),
  ])
  return { frame, room, coming, past, title }
}

export default function CommunitySessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />
}
