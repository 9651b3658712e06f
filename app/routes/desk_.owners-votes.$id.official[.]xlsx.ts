import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { exportForOfficial } from '#app/services/owners-votes/export-for-official.server.ts'

/** The item and the roll of a vote, for the city's own voting system; for those who run the vote. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const voteId = idOf<'owners-vote'>(params['id'])
  const made = await exportForOfficial(context.services.db, viewer, voteId)
  if (!made) throw notFound()
  return new Response(made.file.slice(), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="owners-vote-${made.code}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
