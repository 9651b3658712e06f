import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  cleanPhoto,
  PHOTO_BYTES,
  type CleanPhoto,
  type PhotoRefusal,
} from '#app/services/matters/clean-photo.server.ts'
import { readUpload } from './read-upload.server.ts'

/**
 * Reads a form with the photo of a paper in its field `paper`; null where none was chosen. The words
 * of the form are kept whatever became of the photo.
 */
export async function readPaperForm(
  request: Request,
): Promise<{ form: FormData; paper: Result<CleanPhoto | null, PhotoRefusal> }> {
  const { form, file } = await readUpload(request, { field: 'paper', limit: PHOTO_BYTES })
  if (!file) return { form, paper: ok(null) }
  if (!file.bytes) return { form, paper: refuse({ code: 'photo-too-large' }) }
  return { form, paper: await cleanPhoto(file.bytes) }
}
