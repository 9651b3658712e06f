import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  MATTER_REFUSAL_STATUS,
  type MatterRefusalCode,
} from '#app/domain/matters/refusal-code.ts'
import { can } from '#app/domain/permissions/can.ts'
import {
  newMatterErrors,
  newMatterForm,
  type NewMatterFields,
} from '#app/features/matters/new-matter-form.ts'
import { NewMatterPage } from '#app/features/matters/new-matter-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { forbidden } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { listCompounds, listPeople } from '#app/services/matters/matter-choices.server.ts'
import { raiseMatter, type MatterToRaise } from '#app/services/matters/raise-matter.server.ts'

export const handle = { i18n: ['matters', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const may = (communityId: string) => can(viewer, 'screen-matters', { communityId })
  if (!viewer.communityIds.some(may)) throw forbidden()
  const [compounds, people] = await Promise.all([
    listCompounds(services.db, viewer),
    listPeople(services.db, viewer),
  ])
  return { compounds, people, formKey: services.newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const typed = typedFields(await readForm(request))
  const refused = (code: MatterRefusalCode) =>
    data({ code, typed, errors: newMatterErrors(typed) }, MATTER_REFUSAL_STATUS[code])
  const parsed = newMatterForm.safeParse(typed)
  if (!parsed.success || Object.keys(newMatterErrors(typed)).length > 0) {
    return refused('incomplete')
  }
  const raised = await raiseMatter(context.services, viewer, matterFrom(parsed.data))
  if (!raised.ok) return refused(raised.refusal.code)
  return redirect(`/desk/matters/${raised.value.matterId}?saved=1`)
}

function matterFrom(fields: NewMatterFields): MatterToRaise {
  const { key, compoundId, category, source, title, words } = fields
  return {
    key,
    compoundId,
    category,
    source,
    title,
    words,
    spot: fields.spot || null,
    reporter: reporterFrom(fields),
    reporterPublicName: null,
    showSurname: fields.who !== 'nobody' && fields.publicName === 'surname',
  }
}

function reporterFrom({ who, personId, name, honorific, phone }: NewMatterFields) {
  switch (who) {
    case 'known':
      return { personId }
    case 'new':
      return { name, honorific, phone: phone || null }
    case 'nobody':
      return null
  }
}

export default function NewMatterRoute() {
  return (
    <NewMatterPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
