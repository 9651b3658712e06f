import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getOfficialEvidence } from '#app/services/owners-votes/import-official-result.server.ts'

/** The document of a result that was taken over, as it came; for the desk. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const voteId = idOf<'owners-vote'>(params['id'])
  const found = await getOfficialEvidence(context.services.db, viewer, voteId)
  if (!found) throw notFound()
  return new Response(found.content.slice(), {
    headers: {
      'Content-Type': found.mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
