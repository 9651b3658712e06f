import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

/** As a telephone's camera makes them, with room to spare. */
export const PHOTO_BYTES = 12 * 1024 * 1024
export const PHOTOS_PER_REPORT = 6
/** The longer edge of what is kept. */
export const PHOTO_EDGE = 1600
/** 60 megapixels is beyond any telephone; a small file that unpacks to more is an attack. */
const PIXELS = 60_000_000
const READ = new Set(['jpeg', 'png', 'webp'])

export type CleanPhoto = {
  mediaType: 'image/webp'
  width: number
  height: number
  content: Uint8Array
  /** Of `content`, hex. */
  sha256: string
}

export type PhotoRefusal = { code: 'photo-too-large' | 'not-a-photo' }

/**
 * Makes a photo anew: turned the right way up, at most 1600 pixels, as WebP, with nothing
 * of what the camera wrote beside the picture (where, when, which device, a thumbnail).
 *
 * What the file calls itself is not believed; only JPEG, PNG and WebP are read.
 */
export async function cleanPhoto(file: Uint8Array): Promise<Result<CleanPhoto, PhotoRefusal>> {
  if (file.byteLength > PHOTO_BYTES) return refuse({ code: 'photo-too-large' })
  try {
    const options = { limitInputPixels: PIXELS, failOn: 'truncated' as const }
    const { format, width = 0, height = 0 } = await sharp(file, options).metadata()
    if (!READ.has(format ?? '')) return refuse({ code: 'not-a-photo' })
    if (width * height > PIXELS) return refuse({ code: 'photo-too-large' })
    const { data, info } = await sharp(file, options)
      .autoOrient()
      .resize({
        width: PHOTO_EDGE,
        height: PHOTO_EDGE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return ok({
      mediaType: 'image/webp',
      width: info.width,
      height: info.height,
      content: new Uint8Array(data),
      sha256: createHash('sha256').update(data).digest('hex'),
    })
  } catch {
    // sharp throws for what it cannot read: a text with a photo's name, half a file.
    return refuse({ code: 'not-a-photo' })
  }
}
