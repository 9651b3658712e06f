import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { MinutesPoster } from '#app/features/records/minutes-poster.tsx'
import { MinutesSheet } from '#app/features/records/minutes-sheet.tsx'
import { usePublicationWords } from '#app/features/records/use-publication-words.ts'
import { idOf } from '#app/http/params.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import { getPublicMinutes } from '#app/services/records/get-public-minutes.server.ts'
import print from '#app/styles/print.css?url'

export const handle = { i18n: ['minutes', 'records', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: print }]

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.minutes.content.document.mark} · 730议事厅` : '730议事厅' },
]

/** The published copy: `?size=a3` is the sheet for the notice board, anything else A4. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = idOf<'minutes'>(params['id'])
  const minutes = await getPublicMinutes(context.services, id)
  if (!minutes) throw notFound()
  return {
    minutes,
    size: new URL(request.url).searchParams.get('size') === 'a3' ? 'a3' : 'a4',
    qr: qrPath(`${context.origin}/minutes/${id}`),
  } as const
}

export default function PublicMinutesPrintRoute() {
  const { minutes, size, qr } = useLoaderData<typeof loader>()
  const words = usePublicationWords(minutes)
  if (size === 'a3') {
    return <MinutesPoster minutes={minutes} qr={qr} code={checkCodeOf(minutes.contentHash)} />
  }
  return (
    <MinutesSheet
      document={minutes.content.document}
      back={`/minutes/${minutes.id}`}
      hash={minutes.contentHash}
      sealedOn={words.published}
      qr={qr}
      signed={false}
      addenda={minutes.content.addenda}
      withdrawn={words.withdrawn}
    />
  )
}
