import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  useLoaderData,
  useOutletContext,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { RsvpCard } from '#app/features/invitations/rsvp-card.tsx'
import { PhoneIndex } from '#app/features/phone/phone-index.tsx'
import { TableMinutesCard } from '#app/features/records/table-minutes-card.tsx'
import { idFrom } from '#app/http/params.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import { getInvitation } from '#app/services/invitations/get-invitation.server.ts'
import { getTableMinutes } from '#app/services/records/get-table-minutes.server.ts'
import { myVote } from '#app/services/voting/my-vote.server.ts'
import type { PhoneOutlet } from './m.$meetingId.tsx'

export const handle = { i18n: ['invitations', 'minutes'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const search = new URL(request.url).searchParams
  const [viewer, log] = await Promise.all([
    meetingViewerOf(request, context, meetingId, 'seat'),
    loadMeeting(context.services, meetingId),
  ])
  const ballotId = log?.state.ballot?.ballotId
  const invited = viewer.kind === 'seat' && log?.state.phase === 'notified'
  const minutes =
    log?.state.phase === 'closed'
      ? await getTableMinutes(context.services, viewer, meetingId)
      : null
  return {
    minutes: minutes && {
      meetingId: minutes.meetingId,
      until: minutes.asking.open ? minutes.asking.until : null,
    },
    invitation: invited ? await getInvitation(context.services, viewer) : null,
    answer: search.get('answer'),
    vote: ballotId ? await myVote(context.services, viewer, { meetingId, ballotId }) : null,
    said: search.get('said'),
  }
}

/** What a phone without a network knows beside the meeting itself. Whether I have voted it asks when it can. */
const UNREACHED = { minutes: null, invitation: null, answer: null, vote: null, said: null }

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return await serverLoader<typeof loader>()
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error)) throw error
    return UNREACHED
  }
}

export default function MeetingNow() {
  const { vote, said, invitation, answer, minutes } = useLoaderData<
    typeof loader | typeof clientLoader
  >()
  const { elder } = useOutletContext<PhoneOutlet>()
  return (
    <PhoneIndex
      elder={elder}
      vote={vote}
      said={said}
      more={minutes && <TableMinutesCard {...minutes} />}
      invitation={invitation && <RsvpCard invitation={invitation} answer={answer} />}
    />
  )
}
