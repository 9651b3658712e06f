import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { ResolutionPage } from '#app/features/records/resolution-page.tsx'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { idOf } from '#app/http/params.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import { getResolution } from '#app/services/records/get-resolution.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['ballot', 'public', 'records', 'recount', 'minutes', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.resolution.title} · 730议事厅` : '730议事厅' },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idOf<'resolution'>(params['id'])
  const resolution = await getResolution(context.services, id)
  if (!resolution) throw notFound()
  const frame = await getPublicFrame(context.services, resolution.community.code)
  return {
    resolution,
    frame,
    code: checkCodeOf(resolution.contentHash),
    qr: qrPath(`${context.origin}/resolutions/${id}`),
  }
}

export default function ResolutionRoute() {
  const { resolution, frame, code, qr } = useLoaderData<typeof loader>()
  return (
    <PublicFrame frame={frame} section="resolutions">
      <ResolutionPage resolution={resolution} qrPath={qr} code={code} />
    </PublicFrame>
  )
}
