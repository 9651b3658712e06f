import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { PublishPage } from '#app/features/records/publish-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import {
  publishMinutes,
  type PublishMinutesRefusal,
} from '#app/services/records/publish-minutes.server.ts'
import {
  draftResolutions,
  publishResolution,
  type PublishRefusal,
} from '#app/services/records/publish-resolution.server.ts'
import {
  withdrawMinutes,
  type WithdrawMinutesRefusal,
} from '#app/services/records/withdraw-minutes.server.ts'

export const handle = { i18n: ['records', 'minutes', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const minutes = await getMinutes(services, viewer, meetingId)
  if (!minutes) throw notFound()
  const drafts = await draftResolutions(services, viewer, meetingId)
  return {
    meetingId,
    title: minutes.content.title,
    confirmed: minutes.phase === 'confirmed',
    mayPublish: minutes.may.publish,
    minutes:
      minutes.content.room === 'talkroom'
        ? null
        : { document: minutes.masked.document, publishedId: minutes.publishedId },
    items: drafts.map((each) => ({
      ...each,
      published: minutes.published.find(({ itemId }) => itemId === each.itemId) ?? null,
    })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const meetingId = idOf<'meeting'>(params['id'])
  const done = await publishAsked(context.services, viewer, meetingId, form)
  return done.ok
    ? { refusal: null }
    : data({ refusal: done.refusal.code }, STATUS[done.refusal.code])
}

type Refusal = PublishRefusal | PublishMinutesRefusal | WithdrawMinutesRefusal

/** What the page's buttons do, by the name each sends. */
async function publishAsked(
  services: Services,
  viewer: Viewer,
  meetingId: string,
  form: FormData,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  switch (form.get('intent')) {
    case 'publish-minutes':
      return publishMinutes(services, viewer, { meetingId })
    case 'withdraw-minutes':
      return withdrawMinutes(services, viewer, {
        meetingId,
        reason: textOf(form, 'reason'),
      })
    default:
      return publishResolution(services, viewer, {
        meetingId,
        itemId: textOf(form, 'itemId'),
      })
  }
}

const STATUS = {
  'no-such-meeting': 404,
  'no-such-item': 404,
  'minutes-not-confirmed': 409,
  'already-published': 409,
  'minutes-published': 409,
  'reason-missing': 400,
  'nothing-decided': 409,
  'not-for-the-public': 403,
} satisfies Record<Refusal['code'], number>

export default function PublishRoute() {
  const answer = useActionData<typeof action>()
  return <PublishPage {...useLoaderData<typeof loader>()} refusal={answer?.refusal ?? null} />
}
