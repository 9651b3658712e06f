import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { PublicMinutesPage } from '#app/features/records/public-minutes-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'
import { getPublicMinutes } from '#app/services/records/get-public-minutes.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public', 'records', 'minutes'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.minutes.content.document.mark} · 730议事厅` : '730议事厅' },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idOf<'minutes'>(params['id'])
  const minutes = await getPublicMinutes(context.services, id)
  if (!minutes) throw notFound()
  return {
    minutes,
    frame: await getPublicFrame(context.services, minutes.community.code),
    code: checkCodeOf(minutes.contentHash),
    qr: qrPath(`${context.origin}/minutes/${id}`),
  }
}

export default function PublicMinutesRoute() {
  const { frame, ...page } = useLoaderData<typeof loader>()
  return (
    <PublicFrame frame={frame} section="resolutions">
      <PublicMinutesPage {...page} />
    </PublicFrame>
  )
}
