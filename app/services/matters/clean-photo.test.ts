import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { aTelephonePhoto } from '#tests/helpers/telephone-photo.ts'
import { cleanPhoto } from './clean-photo.server.ts'

describe('[T11] a photo is made anew', () => {
  test('[T11] what the camera wrote beside the picture is gone, and the picture is upright', async () => {
    const taken = await aTelephonePhoto()
    const before = await sharp(taken).metadata()
    expect(before.orientation).toBe(6)
    expect(before.exif?.includes('P-730')).toBe(true)
    expect(hasPlace(before.exif)).toBe(true)

    const cleaned = await cleanPhoto(taken)
    if (!cleaned.ok) throw new Error(cleaned.refusal.code)
    const photo = cleaned.value
    const after = await sharp(photo.content).metadata()
    expect(after).toMatchObject({ format: 'webp', width: 1200, height: 1600 })
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Buffer.from(photo.content).includes('P-730')).toBe(false)
    expect(photo).toMatchObject({ width: 1200, height: 1600, mediaType: 'image/webp' })
  })

  /** Whether EXIF points at a GPS directory: tag 0x8825, in either byte order. */
  function hasPlace(exif: Buffer | undefined): boolean {
    return ['2588', '8825'].some((tag) => exif?.includes(Buffer.from(tag, 'hex')))
  }

  test('[T11] a small photo is not made larger', async () => {
    expect(await cleanPhoto(await aTelephonePhoto(300, 400))).toMatchObject({
      value: { width: 400, height: 300 },
    })
  })

  const encode = (text: string) => new TextEncoder().encode(text)
  const BOMB = `<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"></svg>`
  test.for<[why: string, make: () => Promise<Uint8Array>, code: string]>([
    [
      'a text that calls itself a photo',
      () => Promise.resolve(encode('not a photo')),
      'not-a-photo',
    ],
    ['a drawing that could hold a program', () => Promise.resolve(encode(BOMB)), 'not-a-photo'],
    ['half a photo', async () => (await aTelephonePhoto()).slice(0, 4000), 'not-a-photo'],
    ['nothing', () => Promise.resolve(new Uint8Array()), 'not-a-photo'],
    [
      'more than 12 MB',
      () => Promise.resolve(new Uint8Array(12 * 1024 * 1024 + 1)),
      'photo-too-large',
    ],
    [
      'a small file that unpacks to 90 megapixels',
      async () =>
        sharp({ create: { width: 10_000, height: 9000, channels: 3, background: '#fff' } })
          .png({ compressionLevel: 9 })
          .toBuffer(),
      'not-a-photo',
    ],
  ])('[T11] %s is refused', async ([, make, code]) => {
    expect(await cleanPhoto(await make())).toEqual({ ok: false, refusal: { code } })
  })
})
