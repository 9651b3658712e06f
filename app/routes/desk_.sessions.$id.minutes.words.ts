import type { ActionFunctionArgs } from '@remix-run/node'
import { wordsOf } from '#app/domain/records/minutes-words.ts'
import { readMinutesForm } from '#app/features/records/minutes-form.ts'
import { MINUTES_REFUSALS } from '#app/features/records/minutes-refusals.ts'
import type { WordsAnswer } from '#app/features/records/use-autosave.ts'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import { saveMinutes } from '#app/services/records/save-minutes.server.ts'

/** What the minutes page saves by itself while somebody types. Refused or not, it is told what stands there now. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const { revision, edits } = readMinutesForm(await readForm(request))
  const saved = await saveMinutes(context.services, viewer, { meetingId, revision, edits })
  const now = await getMinutes(context.services, viewer, meetingId)
  if (!now) throw notFound()
  const words = wordsOf(now.content)
  if (saved.ok) {
    const { revision: kept, savedAt } = saved.value
    return Response.json({
      ok: true,
      revision: kept,
      savedAt: savedAt.toISOString(),
      words,
    } satisfies WordsAnswer)
  }
  const answer = {
    ok: false,
    code: saved.refusal.code,
    revision: now.revision,
    words,
    editedBy: now.editedBy,
  } satisfies WordsAnswer
  return Response.json(answer, { status: MINUTES_REFUSALS[saved.refusal.code] })
}
