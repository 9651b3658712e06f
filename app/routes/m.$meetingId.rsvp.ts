import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { idFrom } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { seatViewerOf } from '#app/http/viewer.server.ts'
import { answerInvitation } from '#app/services/invitations/answer-invitation.server.ts'

const form = z.object({
  rsvp: z.enum(['yes', 'no', 'deputy']),
  deputyName: z.string().max(40).default(''),
  note: z.string().max(200).default(''),
})

/** Keeps an answer and goes back to the invitation, which says what was kept or why not. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const viewer = await seatViewerOf(request, context, meetingId)
  if (!viewer) throw notFound()
  const parsed = form.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) return redirect(`/m/${meetingId}?answer=incomplete`)
  const answered = await answerInvitation(context.services, viewer, {
    meetingId,
    ...parsed.data,
  })
  if (answered.ok) return redirect(`/m/${meetingId}?answer=kept`)
  if (answered.refusal.code === 'no-such-invitation') throw notFound()
  return redirect(`/m/${meetingId}?answer=${answered.refusal.code}`)
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/m/${idFrom(params, 'meetingId')}`)
}
