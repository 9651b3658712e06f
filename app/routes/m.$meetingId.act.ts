import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { roomCommand } from '#app/domain/meetings/room-command.ts'
import { idFrom } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { actInMeeting } from '#app/services/meetings/act-in-meeting.server.ts'

/** What a phone may ask by form: whatever has only plain fields. */
const EMPTY_IS_NONE = ['text', 'reason']

/**
 * A participant's command sent as a form, for phones without a script. The
 * answer is the meeting's page again, with the reason when it was refused.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const fields: Record<string, unknown> = Object.fromEntries(await readForm(request))
  for (const name of EMPTY_IS_NONE) {
    if (fields[name] === '') fields[name] = null
  }
  const parsed = roomCommand.safeParse(fields)
  if (!parsed.success) return redirect(`/m/${meetingId}?said=bad-request`)
  const viewer = await meetingViewerOf(request, context, meetingId, 'seat')
  const acted = await actInMeeting(context.services, viewer, {
    meetingId,
    // A form that is sent twice is refused the second time by what the first one did.
    key: context.services.newId(),
    command: parsed.data,
  })
  return redirect(`/m/${meetingId}${acted.ok ? '' : `?said=${acted.refusal.code}`}`)
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/m/${idFrom(params, 'meetingId')}`)
}
