import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConsolePage } from '#app/features/console/console-page.tsx'
import { PhonesOnline } from '#app/features/console/use-phones.tsx'
import { LiveMeeting } from '#app/features/live/live-context.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff, seatViewerOf } from '#app/http/viewer.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import { listOfficers } from '#app/services/meetings/list-officers.server.ts'
import consoleStyles from '#app/styles/console.css?url'

export const handle = { i18n: ['live', 'console', 'ballot', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: consoleStyles }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.answer.snapshot?.title ?? '730议事厅' },
]

/** For the chair, the recorder and those who mind the door; and for a delegate who was given the chair. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const seat = await seatViewerOf(request, context, meetingId)
  const led = seat && (await joinMeeting(context.services, seat, { meetingId, lastSeq: null }))
  if (seat && led?.ok && led.value.me.role === 'chair') {
    const officers = await listOfficers(context.services, seat, meetingId)
    return { meetingId, answer: led.value, face: 'seat' as const, officers }
  }
  const staff = await requireStaff(request, context)
  const joined = await joinMeeting(context.services, staff, { meetingId, lastSeq: null })
  if (!joined.ok) throw notFound()
  const officers = await listOfficers(context.services, staff, meetingId)
  return { meetingId, answer: joined.value, face: 'staff' as const, officers }
}

export default function ConsoleRoute() {
  const { meetingId, answer, face, officers } = useLoaderData<typeof loader>()
  return (
    <LiveMeeting key={meetingId} meetingId={meetingId} face={face} answer={answer}>
      <PhonesOnline>
        <ConsolePage staff={officers} />
      </PhonesOnline>
    </LiveMeeting>
  )
}
