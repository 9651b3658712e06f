import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { REGISTER_REFUSAL_STATUS } from '#app/domain/register/refusal-code.ts'
import type { RollScope } from '#app/domain/register/register.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { RollsPage } from '#app/features/register/rolls-page.tsx'
import { registerPageOf } from '#app/http/register-page-of.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { listRolls } from '#app/services/register/get-roll.server.ts'
import { listBuildings } from '#app/services/register/known-register.server.ts'
import { draftRoll } from '#app/services/register/make-roll.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, community, compound } = await registerPageOf(request, context)
  return {
    compounds: community.compounds,
    compoundId: compound.id,
    buildings: await listBuildings(context.services.db, compound.id),
    rolls: await listRolls(context.services, viewer, compound.id),
    formKey: context.services.newId(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const text = (name: string) => textOf(form, name).trim().slice(0, 60)
  const rollId = text('key')
  if (!ID_PATTERN.test(rollId)) {
    return data({ code: 'incomplete' as const }, REGISTER_REFUSAL_STATUS.incomplete)
  }
  const drafted = await draftRoll(context.services, viewer, {
    rollId,
    compoundId: text('compoundId'),
    title: text('title'),
    scope: scopeFrom(text('buildingId'), text('stairwell')),
  })
  if (drafted.ok) return redirect(`/desk/register/rolls/${rollId}`)
  return data(drafted.refusal, REGISTER_REFUSAL_STATUS[drafted.refusal.code])
}

function scopeFrom(buildingId: string, stairwell: string): RollScope {
  if (buildingId === '') return { kind: 'compound' }
  return stairwell === ''
    ? { kind: 'building', buildingId }
    : { kind: 'stairwell', buildingId, stairwell }
}

export default function RollsRoute() {
  return (
    <RollsPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
