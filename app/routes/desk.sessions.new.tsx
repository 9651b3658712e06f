import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { wayOn } from '#app/domain/records/way-on.ts'
import {
  NewSessionPage,
  type Recommendation,
} from '#app/features/sessions/new-session-page.tsx'
import { roomForm } from '#app/features/sessions/plan-form.ts'
import { languageOf } from '#app/http/language.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import type { RequestContext } from '#app/http/request-context.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { recommendedItem } from '#app/services/records/recommended-item.server.ts'
import { localMeetingRules } from '#app/services/rules/rules-in-force.server.ts'
import { createDraft } from '#app/services/sessions/create-draft.server.ts'

export const handle = { i18n: ['sessions', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  if (!can(viewer, 'convene', { communityId: viewer.scopeId })) throw notFound()
  const community = await getCommunity(context.services, viewer.scopeId)
  if (!community) throw notFound()
  return {
    compounds: community.compounds,
    localRules: await localMeetingRules(context.services.db),
    from: await recommended(request, context, viewer),
    formKey: context.services.newId(),
  }
}

/** What another session recommended to the body that is to be convened; null where nothing was. */
async function recommended(
  request: Request,
  { services }: RequestContext,
  viewer: StaffViewer,
): Promise<Recommendation | null> {
  const resolutionId = new URL(request.url).searchParams.get('resolution')
  const found =
    resolutionId &&
    (await recommendedItem(services.db, { resolutionId, communityId: viewer.scopeId }))
  if (!found) return null
  const { content, label, withdrawnAt, ...item } = found
  const way = wayOn({ ...content, label, withdrawn: withdrawnAt !== null })
  return way?.to === 'session' ? { ...item, body: way.body } : null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const parsed = roomForm.safeParse({ ...Object.fromEntries(form), revision: 0 })
  if (!parsed.success) return data({ code: 'incomplete' } as const, 400)
  const t = await translatorFor(await languageOf(request), 'sessions')
  const from = await recommended(request, context, viewer)
  const key = textOf(form, 'key')
  const created = await createDraft(context.services, viewer, {
    key: ID_PATTERN.test(key) ? key : undefined,
    communityId: viewer.scopeId,
    ...parsed.data,
    about: from && {
      title: from.title,
      proposal: from.proposal,
      topicType: from.topicType,
      matterId: from.matterId,
    },
    parts: { opening: t('fixed.opening'), closing: t('fixed.closing') },
  })
  if (created.ok) return redirect(`/desk/sessions/${created.value.meetingId}/plan/time`)
  const { code } = created.refusal
  if (code === 'not-yours-to-do') throw notFound()
  return data({ code } as const, 409)
}

export default function NewSessionRoute() {
  return (
    <NewSessionPage
      {...useLoaderData<typeof loader>()}
      refusal={useActionData<typeof action>()?.code ?? null}
    />
  )
}
