import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getLog } from '#app/services/meetings/get-log.server.ts'

/** The log a replay is folded from, in the browser. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const log = await getLog(context.services, viewer, idOf<'meeting'>(params['id']))
  if (!log) throw notFound()
  return Response.json(log, { headers: { 'Cache-Control': 'private, no-store' } })
}
