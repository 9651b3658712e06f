import type { LoaderFunctionArgs } from '@remix-run/node'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { registerPageOf } from '#app/http/register-page-of.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import {
  exportRegister,
  registerTemplate,
  type SpreadsheetKind,
} from '#app/services/register/export-register.server.ts'

const TYPES: Record<SpreadsheetKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The register of a compound as a file, or the empty template. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, compound } = await registerPageOf(request, context)
  const asked = new URL(request.url).searchParams.get('kind') ?? ''
  const kind: SpreadsheetKind = asked.endsWith('csv') ? 'csv' : 'xlsx'
  const isTemplate = asked.startsWith('template')
  const file = isTemplate
    ? await registerTemplate(kind)
    : await exportRegister(context.services, viewer, compound.id, kind)
  if (!file) throw notFound()
  const day = localDateOf(context.services.now())
  const name = isTemplate ? `房屋名册模板.${kind}` : `${compound.name}房屋名册${day}.${kind}`
  return new Response(file.slice(), {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Disposition': `attachment; filename="register.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  })
}
