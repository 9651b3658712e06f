import type { LoaderFunctionArgs } from '@remix-run/node'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { exportPublicMinutes } from '#app/services/records/get-public-minutes.server.ts'

/** The published copy as data, for anybody who wants to check its hash. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idOf<'minutes'>(params['id'])
  const file = await exportPublicMinutes(context.services, id)
  if (!file) throw notFound()
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="minutes-${id}.json"`,
      'Cache-Control': 'private, no-cache',
    },
  })
}
