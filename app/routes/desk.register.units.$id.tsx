import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { REGISTER_FIELDS, type RegisterField } from '#app/domain/register/import-columns.ts'
import { REGISTER_REFUSAL_STATUS } from '#app/domain/register/refusal-code.ts'
import { UnitPage } from '#app/features/register/unit-page.tsx'
import { registerPageOf } from '#app/http/register-page-of.server.ts'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getUnit, retireUnit, saveUnit } from '#app/services/register/save-unit.server.ts'

export const handle = { i18n: ['register'] }

const NEW = 'new'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = idOf<'unit'>(params['id'])
  const { viewer, compound } = await registerPageOf(request, context)
  if (id === NEW) {
    const fields: Partial<Record<RegisterField, string>> = {}
    return { unitId: null, compoundId: compound.id, revision: 0, fields }
  }
  const unit = await getUnit(context.services, viewer, id)
  if (!unit) throw notFound()
  const { compoundId, revision, fields } = unit
  return { unitId: unit.id, ...{ compoundId, revision, fields } }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const id = idOf<'unit'>(params['id'])
  const form = await readForm(request)
  const text = (name: string) => textOf(form, name).slice(0, 200)
  const compoundId = text('compoundId')
  const fields = Object.fromEntries(
    REGISTER_FIELDS.map((field) => [field, text(field)]),
  ) as Record<RegisterField, string>
  const saved =
    text('intent') === 'retire'
      ? await retireUnit(context.services, viewer, { unitId: id, reason: text('reason') })
      : await saveUnit(context.services, viewer, {
          unitId: id === NEW ? null : id,
          ...{ compoundId, fields },
          revision: Number(text('revision')) || 0,
        })
  if (saved.ok) {
    const search = new URLSearchParams({ q: fields.room })
    return redirect(
      id !== NEW || fields.room === ''
        ? `/desk/register?compound=${compoundId}`
        : `/desk/register?compound=${compoundId}&${search.toString()}`,
    )
  }
  const { refusal } = saved
  return data({ ...refusal, typed: fields }, REGISTER_REFUSAL_STATUS[refusal.code])
}

export default function UnitRoute() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <UnitPage {...loaded} fields={{ ...loaded.fields, ...refused?.typed }} refused={refused} />
  )
}
