import { bytesWithin } from './bytes-within.server.ts'
import { readMultipart } from './read-multipart.server.ts'

export type Upload = {
  name: string
  /** Null when there were more than the limit; the rest was read and dropped. */
  bytes: Uint8Array | null
}

/** Reads a form with one file, by its field's name; null where none was chosen. */
export async function readUpload(
  request: Request,
  { field: wanted, limit }: { field: string; limit: number },
): Promise<{ form: FormData; file: Upload | null }> {
  const files: Upload[] = []
  const form = await readMultipart(request, async ({ field, name, data }) => {
    const isIt = field === wanted && files.length === 0
    const bytes = await bytesWithin(data, isIt ? limit : 0)
    // A browser sends one empty, nameless file when none was chosen.
    if (isIt && name !== '') files.push({ name, bytes })
  })
  return { form, file: files[0] ?? null }
}
