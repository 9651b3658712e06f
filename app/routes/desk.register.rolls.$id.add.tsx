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
import { AdditionPage } from '#app/features/register/addition-page.tsx'
import { readPaperForm } from '#app/http/read-paper-form.server.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { addToRoll } from '#app/services/register/add-to-roll.server.ts'
import { getRoll } from '#app/services/register/get-roll.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const asked = { page: 1, search: '', held: false }
  const view = await getRoll(context.services, viewer, idOf<'roll'>(params['id']), asked)
  if (!view || view.roll.scope === 'compound') throw notFound()
  const { id, title, state } = view.roll
  if (state === 'frozen' || state === 'withdrawn') throw notFound()
  return { roll: { id, title }, formKey: context.services.newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const rollId = idOf<'roll'>(params['id'])
  const { form, paper } = await readPaperForm(request)
  const typed = typedFields(form)
  const refused = (code: RegisterRefusalCode) =>
    data({ code, typed }, REGISTER_REFUSAL_STATUS[code])
  if (!paper.ok) return refused(paper.refusal.code)
  const added = await addToRoll(context.services, viewer, {
    additionId: idOf<'addition'>(typed['key']),
    rollId,
    door: typed['door'] ?? '',
    reason: (typed['reason'] ?? '').slice(0, 200),
    evidence: (typed['evidence'] ?? '').slice(0, 200),
    paper: paper.value,
  })
  if (!added.ok) return refused(added.refusal.code)
  return redirect(`/desk/register/rolls/${rollId}`)
}

export default function AdditionRoute() {
  const refused = useActionData<typeof action>()
  return (
    <AdditionPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? {}}
      code={refused?.code ?? null}
    />
  )
}
