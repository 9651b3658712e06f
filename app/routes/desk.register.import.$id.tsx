import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { REGISTER_FIELDS, type ColumnMatch } from '#app/domain/register/import-columns.ts'
import { REGISTER_REFUSAL_STATUS } from '#app/domain/register/refusal-code.ts'
import { ImportPage } from '#app/features/register/import-page.tsx'
import { idOf, pageOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import {
  applyImport,
  changeImport,
  discardImport,
  setProblemsAside,
  viewImport,
} from '#app/services/register/import-register.server.ts'
import { openImportView } from '#app/services/register/open-import-view.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const viewed = await viewImport(context.services, viewer, idOf<'import'>(params['id']))
  if (!viewed) throw notFound()
  const { row, open } = viewed
  const page = pageOf(new URL(request.url).searchParams, 'problems')
  return {
    id: row.id,
    compoundId: row.compoundId,
    fileName: row.fileName,
    revision: row.revision,
    state: row.state,
    written: {
      added: row.added ?? 0,
      changed: row.changed ?? 0,
      unchanged: row.unchanged ?? 0,
    },
    open: open && openImportView(row.columns, open, page),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const importId = idOf<'import'>(params['id'])
  const done = await change(await readForm(request), importId)
  return done.ok
    ? redirect(`/desk/register/import/${importId}`)
    : data({ code: done.refusal.code }, REGISTER_REFUSAL_STATUS[done.refusal.code])

  function change(form: FormData, id: string) {
    const { services } = context
    const revision = Number(form.get('revision')) || 0
    switch (form.get('intent')) {
      case 'apply':
        return applyImport(services, viewer, id)
      case 'set-aside':
        return setProblemsAside(services, viewer, id)
      case 'take-back':
        return changeImport(services, viewer, { importId: id, revision, setAside: [] })
      case 'columns':
        return changeImport(services, viewer, {
          importId: id,
          revision,
          columns: columnsFrom(form),
          setAside: [],
        })
      default:
        return discardImport(services, viewer, id)
    }
  }
}

function columnsFrom(form: FormData): ColumnMatch {
  const columns: ColumnMatch = {}
  for (const field of REGISTER_FIELDS) {
    const value = form.get(field)
    if (typeof value === 'string' && /^[0-9]{1,2}$/.test(value)) columns[field] = Number(value)
  }
  return columns
}

export default function ImportRoute() {
  return (
    <ImportPage
      {...useLoaderData<typeof loader>()}
      code={useActionData<typeof action>()?.code ?? null}
    />
  )
}
