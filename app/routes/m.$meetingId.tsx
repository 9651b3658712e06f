import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { Announcer } from '#app/features/live/announcer.tsx'
import { LiveMeeting } from '#app/features/live/live-context.tsx'
import { idFrom } from '#app/http/params.server.ts'
import { readPreferences } from '#app/http/preferences.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import phone from '#app/styles/phone.css?url'

export const handle = { i18n: ['live', 'phone', 'terms', 'ballot'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phone }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.answer.snapshot?.title ?? '730议事厅' },
]

/** What the pages of one meeting share. */
export type PhoneOutlet = { elder: boolean }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const [viewer, { elder }] = await Promise.all([
    meetingViewerOf(request, context, meetingId, 'seat'),
    readPreferences(request),
  ])
  const joined = await joinMeeting(context.services, viewer, { meetingId, lastSeq: null })
  if (!joined.ok) throw notFound()
  return { meetingId, elder, answer: joined.value }
}

/** The socket keeps the meeting fresh, so that its other pages open without a network. */
export function shouldRevalidate({
  currentParams,
  nextParams,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formMethod !== undefined) return defaultShouldRevalidate
  return currentParams['meetingId'] !== nextParams['meetingId']
}

export default function MeetingLayout() {
  const { meetingId, elder, answer } = useLoaderData<typeof loader>()
  return (
    <LiveMeeting
      key={meetingId}
      meetingId={meetingId}
      face={answer.me.audience === 'staff' ? 'staff' : 'seat'}
      answer={answer}
    >
      <Outlet context={{ elder } satisfies PhoneOutlet} />
      {/* Beside the pages, not in them: whoever is led from one to another by what happened hears it. */}
      <Announcer />
    </LiveMeeting>
  )
}
