import { unstable_parseMultipartFormData, type UploadHandler } from '@remix-run/node'
import { plainText } from '#app/domain/shared/plain-text.ts'
import {
  cleanPhoto,
  PHOTO_BYTES,
  PHOTOS_PER_REPORT,
  type CleanPhoto,
  type PhotoRefusal,
} from '#app/services/matters/clean-photo.server.ts'
import { bytesWithin } from './bytes-within.server.ts'

const FIELD_BYTES = 16 * 1024

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
  const take: UploadHandler = async ({ filename, data }) => {
    if (filename === undefined) {
      const bytes = await bytesWithin(data, FIELD_BYTES)
      return plainText(new TextDecoder().decode(bytes ?? new Uint8Array()))
    }
    const wanted = files.length < PHOTOS_PER_REPORT
    const bytes = await bytesWithin(data, wanted ? PHOTO_BYTES : 0)
    // A browser sends one empty, nameless file when none was chosen.
    if (filename !== '' && bytes?.byteLength !== 0) files.push({ name: filename, bytes })
    return undefined
  }
  const form = await unstable_parseMultipartFormData(request, take)

  const photos: CleanPhoto[] = []
  const trouble: ReportForm['trouble'] = []
  if (files.length > PHOTOS_PER_REPORT) trouble.push({ name: '', code: 'too-many' })
  // One after another: each takes the processor for a moment, and a meeting may be running.
  for (const { name, bytes } of files.slice(0, PHOTOS_PER_REPORT)) {
    const cleaned = bytes
      ? await cleanPhoto(bytes)
      : { ok: false as const, refusal: { code: 'photo-too-large' as const } }
    if (cleaned.ok) photos.push(cleaned.value)
    else trouble.push({ name: name.slice(0, 80), code: cleaned.refusal.code })
  }
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { field, photos, trouble }
}
