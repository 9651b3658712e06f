import sharp from 'sharp'

/** As a telephone writes it: on its side, with where and when it was taken. */
export async function aTelephonePhoto(width = 2400, height = 1800): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#3c7753' } })
    .withExif({
      IFD0: { Make: 'Phone maker', Model: 'P-730' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '25/1 3/1 4567/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '118/1 11/1 1234/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}
