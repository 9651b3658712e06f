import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays, localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { NewVotePage } from '#app/features/owners-votes/new-vote-page.tsx'
import { draftOf, planFromForm } from '#app/features/owners-votes/plan-from-form.ts'
import { OWNERS_VOTE_STATUS } from '#app/features/owners-votes/refusal-words.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { proposeVotePlan } from '#app/services/owners-votes/propose-vote-plan.server.ts'
import { prepareOwnersVote } from '#app/services/owners-votes/prepare-owners-vote.server.ts'

export const handle = { i18n: ['owners-votes', 'terms'] }

/** Fifteen full days of notice, and some to print it. */
const UNTIL_OPENING = 20
const WINDOW = 20

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const communityId = viewer.communityIds[0]
  if (!communityId || !can(viewer, 'run-owners-vote', { communityId })) throw notFound()
  const search = new URL(request.url).searchParams
  const opensOn = addDays(localDateOf(context.services.now()), UNTIL_OPENING)
  const { plan, compounds } = await proposeVotePlan(context.services, viewer, {
    communityId,
    resolutionId: search.get('resolution'),
    rerunOf: search.get('rerun'),
    window: { opensOn, closesOn: addDays(opensOn, WINDOW) },
  })
  return { draft: draftOf(plan), compounds, formKey: context.services.newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const plan = planFromForm(form)
  const key = textOf(form, 'key')
  const prepared = await prepareOwnersVote(
    context.services,
    viewer,
    plan,
    ID_PATTERN.test(key) ? key : undefined,
  )
  if (prepared.ok) return redirect(`/desk/owners-votes/${prepared.value.id}`)
  const { code } = prepared.refusal
  return data({ refusal: code, draft: draftOf(plan) }, OWNERS_VOTE_STATUS[code])
}

export default function NewOwnersVoteRoute() {
  const { draft, compounds, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <NewVotePage
      draft={refused?.draft ?? draft}
      compounds={compounds}
      formKey={formKey}
      refusal={refused?.refusal ?? null}
    />
  )
}
