import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData, useOutletContext } from '@remix-run/react'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import { KEY_PATTERN } from '#app/domain/shared/ids.ts'
import { isChoice } from '#app/domain/voting/ballot.ts'
import { MARK_PATTERN } from '#app/domain/voting/mark.ts'
import { markFromForm } from '#app/features/ballot/mark-from-form.ts'
import { BallotPage } from '#app/features/ballot/ballot-page.tsx'
import { idFrom } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { VOTE_REFUSAL_STATUS } from '#app/http/vote-refusal-status.server.ts'
import type { LiveRefusal } from '#app/live/contract.ts'
import { memberOfMeeting } from '#app/services/meetings/member-of-meeting.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { myVote } from '#app/services/voting/my-vote.server.ts'
import type { PhoneOutlet } from './m.$meetingId.tsx'

/** One ballot as plain pages: choose, confirm (`?choice=`), receipt. For phones without a script, and one question at a time. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const ballotId = idFrom(params, 'ballotId')
  const viewer = await meetingViewerOf(request, context, meetingId, 'seat')
  // Asked here as well as around it: a browser may ask for this part of the page alone.
  const member = await memberOfMeeting(context.services, viewer, meetingId)
  const ballot = member && findBallot(member.log.state, ballotId)
  if (!ballot) throw notFound()
  const search = new URL(request.url).searchParams
  const choice = search.get('choice')
  // Options come as the fields of `MarkFields`, once the form was sent.
  const marked = search.has('check') ? markFromForm(ballot.question, search) : null
  return {
    ballotId,
    choice: marked?.ok ? marked.value : isChoice(choice) ? choice : null,
    refusal: marked && !marked.ok ? marked.refusal : null,
    changing: search.has('change'),
    vote: await myVote(context.services, viewer, { meetingId, ballotId }),
    // Goes into the form, so that sending it twice is once.
    key: context.services.newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const ballotId = idFrom(params, 'ballotId')
  const sent = await readForm(request)
  const choice = textOf(sent, 'choice')
  const key = textOf(sent, 'key')
  if (!MARK_PATTERN.test(choice) || !KEY_PATTERN.test(key)) {
    return refused({ code: 'bad-request' }, 400)
  }
  const viewer = await meetingViewerOf(request, context, meetingId, 'seat')
  const heard = await context.rateLimits.votes.take(
    viewer.kind === 'seat' ? viewer.seatId : context.clientAddress,
  )
  if (!heard.ok) return refused({ code: 'too-fast' }, 429)
  const cast = await castVote(context.services, viewer, {
    meetingId,
    ballotId,
    choice,
    key,
    origin: 'phone',
  })
  if (!cast.ok) return refused(cast.refusal, VOTE_REFUSAL_STATUS[cast.refusal.code])
  return redirect(`/m/${meetingId}/ballot/${ballotId}`)
}

function refused(refusal: LiveRefusal, status: number) {
  return data({ refusal }, status)
}

export default function BallotRoute() {
  const { ballotId, choice, changing, vote, key, refusal } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { elder } = useOutletContext<PhoneOutlet>()
  return (
    <BallotPage
      ballotId={ballotId}
      choice={choice}
      changing={changing}
      vote={vote}
      formKey={key}
      elder={elder}
      refusal={sent?.refusal ?? refusal}
    />
  )
}
