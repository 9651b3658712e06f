import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getRegisterPaper } from '#app/services/register/get-register-paper.server.ts'

/** The photo of a proxy's paper, or of what proves an interest, for staff of its community. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const paper = await getRegisterPaper(context.services, viewer, idOf<'paper'>(params['id']))
  if (!paper) throw notFound()
  return new Response(paper.content.slice(), {
    headers: {
      'Content-Type': paper.mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
