import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/permissions/can.ts'
import { DeskResolutions } from '#app/features/records/desk-resolutions.tsx'
import { pageOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { listDeskResolutions } from '#app/services/records/list-resolutions.server.ts'
import {
  registerMatter,
  type RegisterMatterRefusal,
} from '#app/services/records/register-matter.server.ts'
import {
  withdrawResolution,
  type WithdrawRefusal,
} from '#app/services/records/withdraw-resolution.server.ts'

export const handle = { i18n: ['records', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  // The page for a new vote is of the first community, too.
  const communityId = viewer.communityIds[0]
  return {
    published: await listDeskResolutions(context.services, viewer, {
      page: pageOf(new URL(request.url).searchParams),
    }),
    mayWithdraw: viewer.role === 'cadre',
    mayGoOn: communityId !== undefined && can(viewer, 'run-owners-vote', { communityId }),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  if (form.get('do') === 'go-on') {
    const way = await registerMatter(context.services, viewer, textOf(form, 'id'))
    if (way.ok) return redirect(`/desk/matters/${way.value.matterId}?do=${way.value.to}`)
    return data({ refusal: way.refusal.code }, STATUS[way.refusal.code])
  }
  const done = await withdrawResolution(context.services, viewer, {
    resolutionId: textOf(form, 'id'),
    reason: textOf(form, 'reason'),
  })
  return done.ok
    ? { refusal: null }
    : data({ refusal: done.refusal.code }, STATUS[done.refusal.code])
}

const STATUS = {
  'no-such-resolution': 404,
  'already-withdrawn': 409,
  'reason-missing': 400,
  'no-way-on': 409,
} satisfies Record<(WithdrawRefusal | RegisterMatterRefusal)['code'], number>

export default function DeskResolutionsRoute() {
  const answer = useActionData<typeof action>()
  return (
    <DeskResolutions {...useLoaderData<typeof loader>()} refusal={answer?.refusal ?? null} />
  )
}
