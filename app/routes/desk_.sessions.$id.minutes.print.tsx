import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MinutesSheet } from '#app/features/records/minutes-sheet.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import { exportMinutes } from '#app/services/records/export-minutes.server.ts'
import print from '#app/styles/print.css?url'

export const handle = { i18n: ['minutes', 'records'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: print }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.document.mark} · 730议事厅` : '730议事厅' },
]

/** The archive's copy on A4, with names and lines to sign on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const exported = await exportMinutes(context.services, viewer, meetingId)
  if (!exported) throw notFound()
  const { document, sealed, addenda, publishedId } = exported
  return {
    meetingId,
    document,
    sealed,
    addenda,
    qr: publishedId === null ? null : qrPath(`${context.origin}/minutes/${publishedId}`),
  }
}

export default function MinutesPrintRoute() {
  const { meetingId, document, sealed, addenda, qr } = useLoaderData<typeof loader>()
  const format = useFormat()
  return (
    <MinutesSheet
      document={document}
      back={`/desk/sessions/${meetingId}/minutes`}
      hash={sealed?.hash ?? null}
      sealedOn={sealed && format.fullDay(sealed.at)}
      qr={qr}
      signed
      addenda={addenda}
    />
  )
}
