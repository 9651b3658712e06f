import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import {
  REGISTER_REFUSAL_STATUS,
  type RegisterRefusalCode,
} from '#app/domain/register/refusal-code.ts'
import { UploadPage } from '#app/features/register/upload-page.tsx'
import { readUpload } from '#app/http/read-upload.server.ts'
import { registerPageOf } from '#app/http/register-page-of.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { startImport } from '#app/services/register/import-register.server.ts'
import { REGISTER_FILE_BYTES } from '#app/services/register/read-register-file.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { compound } = await registerPageOf(request, context)
  return { compound, formKey: context.services.newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { form, file } = await readUpload(request, {
    field: 'file',
    limit: REGISTER_FILE_BYTES,
  })
  const refused = (code: RegisterRefusalCode) => data({ code }, REGISTER_REFUSAL_STATUS[code])
  const key = textOf(form, 'key')
  const compoundId = textOf(form, 'compoundId')
  if (!ID_PATTERN.test(key) || compoundId === '') return refused('incomplete')
  if (!file) return refused('file-missing')
  if (!file.bytes) return refused('file-too-large')
  const started = await startImport(context.services, viewer, {
    importId: key,
    compoundId,
    fileName: file.name,
    bytes: file.bytes,
  })
  if (!started.ok) return refused(started.refusal.code)
  return redirect(`/desk/register/import/${key}`)
}

export default function UploadRoute() {
  const { compound, formKey } = useLoaderData<typeof loader>()
  const isEnglish = useLanguage() === 'en'
  return (
    <UploadPage
      compoundId={compound.id}
      compound={isEnglish ? compound.nameEn : compound.name}
      formKey={formKey}
      code={useActionData<typeof action>()?.code ?? null}
    />
  )
}
