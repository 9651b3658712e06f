import { unstable_parseMultipartFormData } from '@remix-run/node'
import { plainText } from '#app/domain/shared/plain-text.ts'
import { bytesWithin } from './bytes-within.server.ts'

/** The words of one field; what is longer is no answer to any question of ours. */
const FIELD_BYTES = 16 * 1024

/** A file of a form on its way in. Whoever does not keep it reads it all the same, to get to the next field. */
export type IncomingFile = { field: string; name: string; data: AsyncIterable<Uint8Array> }

/**
 * The fields of a form with files, as `readForm` gives them. Its files are not among them: each is
 * handed over as it comes in.
 * @throws a 400 when the body is no such form
 */
export async function readMultipart(
  request: Request,
  take: (file: IncomingFile) => Promise<void>,
): Promise<FormData> {
  try {
    return await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
      if (filename !== undefined) {
        await take({ field: name, name: filename, data })
        return undefined
      }
      const bytes = await bytesWithin(data, FIELD_BYTES)
      return plainText(new TextDecoder().decode(bytes ?? new Uint8Array()))
    })
  } catch (error) {
    if (isNoForm(error)) throw new Response('400 not-a-form\n', { status: 400 })
    throw error
  }
}

/** What Remix says of another type of body, and its parser of one that ends too early. */
function isNoForm(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/^Could not parse content as FormData/.test(error.message) ||
      /^malformed (multipart-form|content-disposition)/.test(error.message))
  )
}
