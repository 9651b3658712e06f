import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConsolePage } from '#app/features/console/console-page.tsx'
import { LiveMeeting } from '#app/features/live/live-context.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import consoleStyles from '#app/styles/console.css?url'

export const handle = { i18n: ['live', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: consoleStyles }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.answer.snapshot?.title ?? '730议事厅' },
]

/** For the chair, the recorder and those who mind the door. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const staff = await requireStaff(request, context)
  const joined = await joinMeeting(context.services, staff, { meetingId, lastSeq: null })
  if (!joined.ok) throw notFound()
  return { meetingId, answer: joined.value }
}

export default function ConsoleRoute() {
  const { meetingId, answer } = useLoaderData<typeof loader>()
  return (
    <LiveMeeting key={meetingId} meetingId={meetingId} face="staff" answer={answer}>
      <ConsolePage />
    </LiveMeeting>
  )
}
