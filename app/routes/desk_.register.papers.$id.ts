import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getProxyPaper } from '#app/services/register/get-proxy-paper.server.ts'

/** The photo of a proxy's paper, for staff of its community. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const paper = await getProxyPaper(context.services, viewer, idOf<'proxy'>(params['id']))
  if (!paper) throw notFound()
  return new Response(paper.content.slice(), {
    headers: {
      'Content-Type': paper.mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
