import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { instantAt, parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { SessionPage } from '#app/features/sessions/session-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { renewScreenLink, renewSeatLink } from '#app/services/invitations/renew-link.server.ts'
import { getSession } from '#app/services/sessions/get-session.server.ts'
import { cancelSession, moveSession } from '#app/services/sessions/move-session.server.ts'
import { planOccurrence } from '#app/services/sessions/plan-occurrence.server.ts'

export const handle = { i18n: ['sessions', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const session = await getSession(context.services, viewer, idOf<'meeting'>(params['id']))
  if (!session) throw notFound()
  if (session.status === 'draft') throw redirect(`/desk/sessions/${session.id}/plan/room`)
  return { session, origin: context.origin, now: context.services.now() }
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('move'),
    date: z.string().refine((text) => parseLocalDate(text) !== null),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    venue: z.string().trim().max(80),
    reason: z.string().trim().min(1).max(200),
  }),
  z.object({ intent: z.literal('cancel'), reason: z.string().trim().min(1).max(200) }),
  z.object({
    intent: z.literal('plan-occurrence'),
    at: z.coerce.number().int(),
  }),
  z.object({ intent: z.literal('renew-seat'), seatId: z.string().regex(ID_PATTERN) }),
  z.object({ intent: z.literal('renew-screen') }),
])

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const parsed = form.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) return data({ code: 'incomplete' }, 400)
  const { services } = context
  const sent = parsed.data
  switch (sent.intent) {
    case 'plan-occurrence': {
      const at = new Date(sent.at)
      const planned = await planOccurrence(services, viewer, { meetingId, at })
      if (planned.ok) return redirect(`/desk/sessions/${planned.value.meetingId}/plan/agenda`)
      if (planned.refusal.code === 'no-such-series') throw notFound()
      return data({ code: planned.refusal.code }, 409)
    }
    case 'move': {
      const startsAt = instantAt(sent.date, sent.time)
      const { venue, reason } = sent
      return answer(await moveSession(services, viewer, { meetingId, startsAt, venue, reason }))
    }
    case 'renew-seat':
      return answer(await renewSeatLink(services, viewer, { meetingId, seatId: sent.seatId }))
    case 'renew-screen':
      return answer(await renewScreenLink(services, viewer, { meetingId }))
    case 'cancel':
      return answer(await cancelSession(services, viewer, { meetingId, reason: sent.reason }))
  }

  function answer(done: { ok: true } | { ok: false; refusal: { code: string } }) {
    if (done.ok) return redirect(`/desk/sessions/${meetingId}`)
    if (done.refusal.code === 'no-such-session') throw notFound()
    return data({ code: done.refusal.code }, 409)
  }
}

export default function SessionRoute() {
  const { session, origin, now } = useLoaderData<typeof loader>()
  return (
    <SessionPage
      session={session}
      origin={origin}
      now={now}
      refusal={useActionData<typeof action>()?.code ?? null}
    />
  )
}
