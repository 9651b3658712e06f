import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SlipPage } from '#app/features/matters/slip-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getMatter } from '#app/services/matters/get-matter.server.ts'
import { hotlineOf, listMatterLinks } from '#app/services/matters/matter-links.server.ts'
import { qrPath } from '#app/services/public/qr-path.server.ts'

export const handle = { i18n: ['matters'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const matterId = idOf<'matter'>(params['id'])
  const matter = await getMatter(services, viewer, matterId)
  if (!matter) throw notFound()
  const links = await listMatterLinks(
    { db: services.db, secret: services.config.sessionSecret, origin: context.origin },
    viewer,
    matterId,
  )
  const taskId = new URL(request.url).searchParams.get('task')
  const link = links.find(({ kind, id }) =>
    taskId === null ? kind === 'visit' : kind === 'task' && id === taskId,
  )
  if (!link) throw notFound()
  const { id, number, title, compoundName } = matter
  return {
    matter: { id, number, title, compoundName },
    kind: link.kind,
    qr: qrPath(link.url),
    hotline: await hotlineOf(services.db, matter.communityId),
  }
}

export default function SlipRoute() {
  return <SlipPage {...useLoaderData<typeof loader>()} />
}
