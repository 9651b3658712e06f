import {
  redirect,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LiveMeeting } from '#app/features/live/live-context.tsx'
import { ProjectorPage } from '#app/features/projector/projector-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { meetingViewerOf, rememberScreen } from '#app/http/viewer.server.ts'
import { readLink } from '#app/services/invitations/personal-link.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import projector from '#app/styles/projector.css?url'

export const handle = { i18n: ['live', 'ballot', 'terms', 'wall'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: projector }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.answer.snapshot?.title ?? '730议事厅' },
]

/**
 * The hall's screen. Its link (`?k=`) is remembered and taken out of the
 * address, where everybody could read it from the wall.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const token = new URL(request.url).searchParams.get('k')
  if (token !== null) {
    const link = readLink(context.services.config.sessionSecret, 'screen', token)
    if (link?.id !== meetingId) throw notFound()
    throw redirect(`/meetings/${meetingId}/screen`, {
      headers: {
        'Set-Cookie': await rememberScreen(request, context, meetingId, link.version),
      },
    })
  }
  const viewer = await meetingViewerOf(request, context, meetingId, 'screen')
  const joined = await joinMeeting(context.services, viewer, { meetingId, lastSeq: null })
  // A seat's phone is no screen: the hall's code would be in it. Nor does a talk room have a wall.
  if (
    !joined.ok ||
    joined.value.me.audience === 'seats' ||
    joined.value.snapshot?.room === 'talkroom'
  ) {
    throw notFound()
  }
  return { meetingId, answer: joined.value }
}

export default function ScreenRoute() {
  const { meetingId, answer } = useLoaderData<typeof loader>()
  return (
    <LiveMeeting key={meetingId} meetingId={meetingId} face="screen" answer={answer}>
      <ProjectorPage />
    </LiveMeeting>
  )
}
