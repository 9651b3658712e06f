import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/permissions/can.ts'
import { NewSessionPage } from '#app/features/sessions/new-session-page.tsx'
import { roomForm } from '#app/features/sessions/plan-form.ts'
import { languageOf } from '#app/http/language.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { createDraft } from '#app/services/sessions/create-draft.server.ts'

export const handle = { i18n: ['sessions', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  if (!can(viewer, 'convene', { communityId: viewer.scopeId })) throw notFound()
  const community = await getCommunity(context.services, viewer.scopeId)
  if (!community) throw notFound()
  return { compounds: community.compounds }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const parsed = roomForm.safeParse({ ...Object.fromEntries(form), revision: 0 })
  if (!parsed.success) return data({ code: 'incomplete' } as const, 400)
  const t = await translatorFor(await languageOf(request), 'sessions')
  const created = await createDraft(context.services, viewer, {
    communityId: viewer.scopeId,
    ...parsed.data,
    parts: { opening: t('fixed.opening'), closing: t('fixed.closing') },
  })
  if (created.ok) return redirect(`/desk/sessions/${created.value.meetingId}/plan/time`)
  const { code } = created.refusal
  if (code === 'not-yours-to-do') throw notFound()
  return data({ code } as const, 409)
}

export default function NewSessionRoute() {
  const { compounds } = useLoaderData<typeof loader>()
  return (
    <NewSessionPage
      compounds={compounds}
      refusal={useActionData<typeof action>()?.code ?? null}
    />
  )
}
