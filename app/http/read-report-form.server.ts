import { refuse } from '#app/domain/shared/result.ts'
import { textOf } from '#app/http/text-of.server.ts'
import {
  cleanPhoto,
  PHOTO_BYTES,
  PHOTOS_PER_REPORT,
  type CleanPhoto,
  type PhotoRefusal,
} from '#app/services/matters/clean-photo.server.ts'
import { bytesWithin } from './bytes-within.server.ts'
import { readMultipart } from './read-multipart.server.ts'

export type ReportForm = {
  field: (name: string) => string
  photos: CleanPhoto[]
  /** What was not taken, by the name the file had on the phone. */
  trouble: { name: string; code: PhotoRefusal['code'] | 'too-many' }[]
}

/**
 * Reads a form with photos. A file that is no photo, or is too large, or one too many is named in
 * `trouble` and read no further; the words of the form are kept whatever became of the files.
 */
export async function readReportForm(request: Request): Promise<ReportForm> {
  const files: { name: string; bytes: Uint8Array | null }[] = []
  const form = await readMultipart(request, async ({ name, data }) => {
    const wanted = files.length < PHOTOS_PER_REPORT
    const bytes = await bytesWithin(data, wanted ? PHOTO_BYTES : 0)
    // A browser sends one empty, nameless file when none was chosen.
    if (name !== '' && bytes?.byteLength !== 0) files.push({ name, bytes })
  })

  const photos: CleanPhoto[] = []
  const trouble: ReportForm['trouble'] = []
  if (files.length > PHOTOS_PER_REPORT) trouble.push({ name: '', code: 'too-many' })
  // One after another: each takes the processor for a moment, and a meeting may be running.
  for (const { name, bytes } of files.slice(0, PHOTOS_PER_REPORT)) {
    const cleaned = bytes ? await cleanPhoto(bytes) : refuse({ code: 'photo-too-large' })
    if (cleaned.ok) photos.push(cleaned.value)
    else trouble.push({ name: name.slice(0, 80), code: cleaned.refusal.code })
  }
  const field = (name: string) => textOf(form, name)
  return { field, photos, trouble }
}
