import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { ResolutionPaper } from '#app/features/records/resolution-paper.tsx'
import { ResolutionPoster } from '#app/features/records/resolution-poster.tsx'
import { idOf } from '#app/http/params.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import { getResolution } from '#app/services/records/get-resolution.server.ts'
import print from '#app/styles/print.css?url'

export const handle = { i18n: ['ballot', 'records', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: print }]

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.resolution.title} · 730议事厅` : '730议事厅' },
]

/** `?size=a3` is the sheet for the notice board, anything else A4. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = idOf<'resolution'>(params['id'])
  const resolution = await getResolution(context.services, id)
  if (!resolution) throw notFound()
  return {
    resolution,
    size: new URL(request.url).searchParams.get('size') === 'a3' ? 'a3' : 'a4',
    code: checkCodeOf(resolution.contentHash),
    qr: qrPath(`${context.origin}/resolutions/${id}`),
  } as const
}

export default function ResolutionPrintRoute() {
  const { resolution, size, code, qr } = useLoaderData<typeof loader>()
  const Sheet = size === 'a3' ? ResolutionPoster : ResolutionPaper
  return <Sheet resolution={resolution} qrPath={qr} code={code} />
}
