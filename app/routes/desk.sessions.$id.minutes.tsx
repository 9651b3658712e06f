import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { FollowMinutes } from '#app/features/records/follow-minutes.tsx'
import { readMinutesForm } from '#app/features/records/minutes-form.ts'
import { MinutesPage } from '#app/features/records/minutes-page.tsx'
import {
  MINUTES_REFUSALS,
  type MinutesRefusalCode,
} from '#app/features/records/minutes-refusals.ts'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import { addToMinutes } from '#app/services/records/add-to-minutes.server.ts'
import { answerProposal } from '#app/services/records/answer-proposal.server.ts'
import { askParticipants } from '#app/services/records/ask-participants.server.ts'
import { confirmMinutes } from '#app/services/records/confirm-minutes.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import { saveMinutes } from '#app/services/records/save-minutes.server.ts'

export const handle = { i18n: ['ballot', 'minutes', 'records', 'terms', 'live'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const minutes = await getMinutes(context.services, viewer, meetingId)
  if (!minutes) throw notFound()
  const running = minutes.meetingPhase !== 'closed'
  const joined = running
    ? await joinMeeting(context.services, viewer, { meetingId, lastSeq: null })
    : null
  return { meetingId, minutes, live: joined?.ok === true ? joined.value : null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const done = await doStep(context.services, viewer, meetingId, await readForm(request))
  return done.ok
    ? data({ refusal: null })
    : data({ refusal: done.refusal.code }, MINUTES_REFUSALS[done.refusal.code])
}

type Done = { ok: true } | { ok: false; refusal: { code: MinutesRefusalCode } }

/** What the page's buttons do, by the name each sends. */
async function doStep(
  services: Services,
  viewer: Viewer,
  meetingId: string,
  form: FormData,
): Promise<Done> {
  const text = (name: string) => textOf(form, name)
  const intent = text('intent')
  switch (intent) {
    case 'add':
      return addToMinutes(services, viewer, {
        meetingId,
        reason: text('reason'),
        text: text('text'),
      })
    case 'ask':
      return askParticipants(services, viewer, {
        meetingId,
        step: { type: 'ask', days: Number(text('days')) },
      })
    case 'take-back':
      return askParticipants(services, viewer, {
        meetingId,
        step: { type: 'take-back-asking' },
      })
    case 'end-asking':
      return askParticipants(services, viewer, {
        meetingId,
        step: { type: 'end-asking', reason: text('reason') },
      })
    case 'accept':
    case 'decline':
      return answerProposal(services, viewer, {
        meetingId,
        proposalId: text('proposalId'),
        accepted: intent === 'accept',
        words: text('words'),
      })
    default: {
      const { revision, edits } = readMinutesForm(form)
      const saved = await saveMinutes(services, viewer, { meetingId, revision, edits })
      if (!saved.ok || intent !== 'confirm') return saved
      return confirmMinutes(services, viewer, {
        meetingId,
        revision: saved.value.revision,
        unasked: text('unasked'),
      })
    }
  }
}

export default function MinutesRoute() {
  const { meetingId, minutes, live } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      {live && <FollowMinutes key={meetingId} meetingId={meetingId} answer={live} />}
      <MinutesPage
        key={`page ${meetingId}`}
        minutes={minutes}
        refusal={answer?.refusal ?? null}
      />
    </>
  )
}
