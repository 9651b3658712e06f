import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  REGISTER_REFUSAL_STATUS,
  type RegisterRefusalCode,
} from '#app/domain/register/refusal-code.ts'
import { policyForm } from '#app/features/register/policy-form.ts'
import { PolicyPage } from '#app/features/register/policy-page.tsx'
import { registerPageOf } from '#app/http/register-page-of.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import {
  choosePolicy,
  countingPolicyOf,
} from '#app/services/register/counting-policy.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { community, compound } = await registerPageOf(request, context)
  return {
    compounds: community.compounds,
    compoundId: compound.id,
    policy: await countingPolicyOf(context.services.db, compound.id),
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const refused = (code: RegisterRefusalCode) => data({ code }, REGISTER_REFUSAL_STATUS[code])
  const parsed = policyForm.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) return refused('incomplete')
  const { compoundId, revision, ...policy } = parsed.data
  const chosen = await choosePolicy(context.services, viewer, { compoundId, revision, policy })
  if (!chosen.ok) return refused(chosen.refusal.code)
  return redirect(`/desk/register/rules?compound=${compoundId}&saved=1`)
}

export default function RulesRoute() {
  return (
    <PolicyPage
      {...useLoaderData<typeof loader>()}
      code={useActionData<typeof action>()?.code ?? null}
    />
  )
}
