import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MinutesSheet } from '#app/features/records/minutes-sheet.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import { getPublicMinutes } from '#app/services/records/get-public-minutes.server.ts'
import print from '#app/styles/print.css?url'

export const handle = { i18n: ['minutes', 'records'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: print }]

export const headers = () => ({ 'Cache-Control': 'private, max-age=30' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.minutes.content.document.mark} · 730议事厅` : '730议事厅' },
]

/** The published copy on A4. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idOf<'minutes'>(params['id'])
  const minutes = await getPublicMinutes(context.services, id)
  if (!minutes) throw notFound()
  return { minutes, qr: qrPath(`${context.origin}/minutes/${id}`) }
}

export default function PublicMinutesPrintRoute() {
  const { minutes, qr } = useLoaderData<typeof loader>()
  const { t } = useTranslation('records')
  const format = useFormat()
  const { withdrawn } = minutes
  return (
    <MinutesSheet
      document={minutes.content.document}
      back={`/minutes/${minutes.id}`}
      hash={minutes.contentHash}
      sealedOn={format.fullDay(minutes.publishedAt)}
      qr={qr}
      signed={false}
      addenda={minutes.content.addenda}
      withdrawn={
        withdrawn &&
        t('paper.withdrawnOn', { day: format.fullDay(withdrawn.at), reason: withdrawn.reason })
      }
    />
  )
}
