import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ID_PATTERN, KEY_PATTERN, type BallotId, type SeatId } from '#app/domain/shared/ids.ts'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { markFromForm } from '#app/features/ballot/mark-from-form.ts'
import type { AssistedVoteAnswer } from '#app/features/door/assisted-vote.tsx'
import { DoorPage } from '#app/features/door/door-page.tsx'
import { LiveMeeting } from '#app/features/live/live-context.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { VOTE_REFUSAL_STATUS } from '#app/http/vote-refusal-status.server.ts'
import { loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import { getSession } from '#app/services/sessions/get-session.server.ts'
import {
  castAssistedVote,
  type AssistedVoteRefusal,
} from '#app/services/voting/cast-assisted-vote.server.ts'
import { countAssisted } from '#app/services/voting/count-assisted.server.ts'
import phone from '#app/styles/phone.css?url'

export const handle = { i18n: ['door', 'ballot', 'live', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phone }]

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.answer.snapshot?.title ?? '730议事厅' },
]

/** For the staff at the door, on a phone in the hand. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const staff = await requireStaff(request, context)
  const [joined, session] = await Promise.all([
    joinMeeting(context.services, staff, { meetingId, lastSeq: null }),
    getSession(context.services, staff, meetingId),
  ])
  if (!joined.ok || !session) throw notFound()
  const seats = Object.fromEntries(
    session.invited.map(({ seatId, token, deputyName }) => [
      seatId,
      { link: `${context.origin}/i/${token}`, deputyName },
    ]),
  )
  const ballot = joined.value.snapshot?.ballot
  const assisted = ballot ? await countAssisted(context.services.db, ballot.ballotId) : 0
  return { meetingId, answer: joined.value, seats, assisted }
}

const form = z.object({
  ballotId: z
    .string()
    .regex(ID_PATTERN)
    .transform((value) => value as BallotId),
  seatId: z
    .string()
    .regex(ID_PATTERN)
    .transform((value) => value as SeatId),
  key: z.string().regex(KEY_PATTERN),
  witness: z.string().max(60),
  confirmed: z.string(),
})

/** Enters a vote for somebody who has no phone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const staff = await requireStaff(request, context)
  const sent = await readForm(request)
  const parsed = form.safeParse(Object.fromEntries(sent))
  if (!parsed.success) return answered({ receipt: null, refusal: { code: 'bad-request' } }, 400)
  const { ballotId, seatId, ...vote } = parsed.data
  const log = await loadMeeting(context.services, meetingId)
  const ballot = log && findBallot(log.state, ballotId)
  const mark = markFromForm(ballot?.question ?? YES_NO, sent)
  if (!mark.ok) return answered({ receipt: null, refusal: mark.refusal }, 400)
  const cast = await castAssistedVote(context.services, staff, {
    ...vote,
    choice: mark.value,
    meetingId,
    ballotId,
    seatId,
  })
  return cast.ok
    ? answered({ receipt: cast.value.receipt, refusal: null }, 200)
    : answered({ receipt: null, refusal: cast.refusal }, STATUS[cast.refusal.code])
}

const STATUS = {
  ...VOTE_REFUSAL_STATUS,
  'not-yours-to-do': 403,
  'chair-is-neutral': 403,
  'witness-missing': 400,
} satisfies Record<AssistedVoteRefusal['code'], number>

const answered = (answer: AssistedVoteAnswer, status: number) => data(answer, status)

export default function DoorRoute() {
  const { meetingId, answer, seats, assisted } = useLoaderData<typeof loader>()
  return (
    <LiveMeeting key={meetingId} meetingId={meetingId} face="staff" answer={answer}>
      <DoorPage seats={seats} assisted={assisted} />
    </LiveMeeting>
  )
}
