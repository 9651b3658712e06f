import { unstable_parseMultipartFormData } from '@remix-run/node'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  cleanPhoto,
  PHOTO_BYTES,
  type CleanPhoto,
  type PhotoRefusal,
} from '#app/services/matters/clean-photo.server.ts'
import { uploadedFile } from './uploaded-file.server.ts'

/**
 * Reads a form with the photo of a paper in its field `paper`; null where none was chosen. The words
 * of the form are kept whatever became of the photo.
 */
export async function readPaperForm(
  request: Request,
): Promise<{ form: FormData; paper: Result<CleanPhoto | null, PhotoRefusal> }> {
  const upload = uploadedFile('paper', PHOTO_BYTES)
  const form = await unstable_parseMultipartFormData(request, upload.handler)
  const file = upload.file()
  if (!file) return { form, paper: ok(null) }
  if (!file.bytes) return { form, paper: refuse({ code: 'photo-too-large' }) }
  return { form, paper: await cleanPhoto(file.bytes) }
}
