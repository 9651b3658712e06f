import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { hasAlready } from '#app/http/has-already.server.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { writeSignedRecord } from '#app/services/voting/write-record.server.ts'

/** The signed record of a closed ballot (`council730.ballot/1`), sent as it is written. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = idOf<'ballot'>(params['id'])
  const source = await getBallotRecord(context.services, id)
  if (!source) throw notFound()
  const { etag, chunks } = await writeSignedRecord(context.services.signing, source)
  const headers = {
    ETag: `"${etag}"`,
    // A ballot can still be declared void; then there is no record.
    'Cache-Control': 'no-cache',
  }
  if (hasAlready(request, headers.ETag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(createReadableStreamFromReadable(Readable.from(chunks)), {
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="ballot-${id}.json"`,
    },
  })
}
