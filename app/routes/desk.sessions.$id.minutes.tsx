import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MinutesPage } from '#app/features/records/minutes-page.tsx'
import { readMinutesForm } from '#app/features/records/minutes-form.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import {
  addToMinutes,
  type AddToMinutesRefusal,
} from '#app/services/records/add-to-minutes.server.ts'
import {
  confirmMinutes,
  type ConfirmMinutesRefusal,
} from '#app/services/records/confirm-minutes.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import {
  saveMinutes,
  type SaveMinutesRefusal,
} from '#app/services/records/save-minutes.server.ts'

export const handle = { i18n: ['records', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const minutes = await getMinutes(context.services, viewer, idOf<'meeting'>(params['id']))
  if (!minutes) throw notFound()
  return { minutes }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const form = await request.formData()
  const intent = form.get('intent')
  const { services } = context
  if (intent === 'add') {
    return answered(
      await addToMinutes(services, viewer, {
        meetingId,
        reason: String(form.get('reason') ?? ''),
        text: String(form.get('text') ?? ''),
      }),
    )
  }
  const { revision, edits } = readMinutesForm(form)
  const saved = await saveMinutes(services, viewer, { meetingId, revision, edits })
  if (!saved.ok || intent !== 'confirm') return answered(saved)
  return answered(
    await confirmMinutes(services, viewer, { meetingId, revision: saved.value.revision }),
  )
}

type Refusal = SaveMinutesRefusal | ConfirmMinutesRefusal | AddToMinutesRefusal

function answered(done: { ok: true } | { ok: false; refusal: Refusal }) {
  return done.ok
    ? data({ refusal: null })
    : data({ refusal: done.refusal.code }, STATUS[done.refusal.code])
}

const STATUS = {
  'no-such-meeting': 404,
  'minutes-confirmed': 409,
  'stale-minutes': 409,
  'meeting-not-closed': 409,
  'meeting-cancelled': 409,
  'minutes-not-confirmed': 409,
  'addendum-empty': 400,
  'reason-missing': 400,
} satisfies Record<Refusal['code'], number>

export default function MinutesRoute() {
  const answer = useActionData<typeof action>()
  return <MinutesPage {...useLoaderData<typeof loader>()} refusal={answer?.refusal ?? null} />
}
