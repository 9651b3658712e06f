import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { CheckinAnswer } from '#app/features/checkin/checkin-form.tsx'
import { CheckinPage } from '#app/features/checkin/checkin-page.tsx'
import { idFrom } from '#app/http/params.server.ts'
import { readPreferences } from '#app/http/preferences.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { seatViewerOf } from '#app/http/viewer.server.ts'
import { checkIn, type CheckInRefusal } from '#app/services/meetings/check-in.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import phone from '#app/styles/phone.css?url'

export const handle = { i18n: ['live', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phone }]

/** Where the QR code on the hall's screen leads. Somebody without a seat is told how to get to theirs. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const code = (new URL(request.url).searchParams.get('code') ?? '')
    .replace(/\D/g, '')
    .slice(0, 6)
  const [viewer, { elder }] = await Promise.all([
    seatViewerOf(request, context, meetingId),
    readPreferences(request),
  ])
  if (!viewer) return { meetingId, code, elder, seat: null }
  const joined = await joinMeeting(context.services, viewer, { meetingId, lastSeq: null })
  const meeting = joined.ok ? joined.value.snapshot : null
  if (!meeting) throw notFound()
  if (Object.hasOwn(meeting.presence, viewer.seatId)) throw redirect(`/m/${meetingId}`)
  const seat = meeting.seats.find((each) => each.id === viewer.seatId)
  if (!seat) throw notFound()
  const { name, side, title } = seat
  return {
    meetingId,
    code,
    elder,
    seat: {
      name,
      side,
      title,
      meeting: { title: meeting.title, ...(meeting.titleEn && { titleEn: meeting.titleEn }) },
      startsAt: meeting.startsAt,
      room: meeting.room,
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const sent = await readForm(request)
  const code = textOf(sent, 'code').replace(/\D/g, '').slice(0, 6)
  const viewer = await seatViewerOf(request, context, meetingId)
  // A whole hall comes in from one address; whoever guesses does it for a seat of their own.
  const heard = await context.rateLimits.codes.take(
    viewer ? `seat ${viewer.seatId}` : context.clientAddress,
  )
  if (!heard.ok) return answer({ code: 'too-fast' }, 429)
  if (!viewer) return answer({ code: 'no-such-meeting' }, 404)
  const checkedIn = await checkIn(context.services, viewer, { meetingId, code })
  if (!checkedIn.ok) return answer(checkedIn.refusal, STATUS[checkedIn.refusal.code] ?? 409)
  return redirect(`/m/${meetingId}`)
}

const STATUS: Partial<Record<CheckInRefusal['code'], number>> = {
  'no-such-meeting': 404,
  'wrong-code': 403,
  busy: 503,
}

function answer(
  refusal: { code: NonNullable<CheckinAnswer['refusal']>['code'] },
  status: number,
) {
  return data({ refusal: { code: refusal.code } } as CheckinAnswer, status)
}

export default function CheckinRoute() {
  const loaded = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <CheckinPage {...loaded} refusal={sent?.refusal ?? null} />
}
