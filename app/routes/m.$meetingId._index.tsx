import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useOutletContext } from '@remix-run/react'
import { PhoneIndex } from '#app/features/phone/phone-index.tsx'
import { idFrom } from '#app/http/params.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import { myVote } from '#app/services/voting/my-vote.server.ts'
import type { PhoneOutlet } from './m.$meetingId.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const search = new URL(request.url).searchParams
  const [viewer, log] = await Promise.all([
    meetingViewerOf(request, context, meetingId, 'seat'),
    loadMeeting(context.services, meetingId),
  ])
  const ballotId = log?.state.ballot?.ballotId
  return {
    vote: ballotId ? await myVote(context.services, viewer, { meetingId, ballotId }) : null,
    said: search.get('said'),
  }
}

export default function MeetingNow() {
  const { vote, said } = useLoaderData<typeof loader>()
  const { elder } = useOutletContext<PhoneOutlet>()
  return <PhoneIndex elder={elder} vote={vote} said={said} />
}
