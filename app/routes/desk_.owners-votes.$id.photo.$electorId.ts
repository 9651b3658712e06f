import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getPaperPhoto } from '#app/services/owners-votes/get-paper.server.ts'

/** The photo of a ballot paper, for those who read papers. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const photo = await getPaperPhoto(context.services.db, viewer, {
    voteId: idOf<'owners-vote'>(params['id']),
    electorId: idOf<'elector'>(params['electorId']),
  })
  if (!photo) throw notFound()
  return new Response(photo.content.slice(), {
    headers: { 'Content-Type': photo.mediaType, 'Cache-Control': 'private, no-store' },
  })
}
