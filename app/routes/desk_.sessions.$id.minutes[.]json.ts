import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { exportMinutes } from '#app/services/records/export-minutes.server.ts'

/** The minutes as data, with the hash they were sealed with and the events each fact rests on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const exported = await exportMinutes(context.services, viewer, meetingId)
  if (!exported) throw notFound()
  return new Response(JSON.stringify(exported.file, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="minutes-${meetingId}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
