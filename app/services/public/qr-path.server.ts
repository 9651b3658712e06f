import qrcode from 'qrcode'

/** A text as the dark squares of a QR code, one path in units of a square. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!modules.get(y, x)) continue
      let width = 1
      while (x + width < size && modules.get(y, x + width)) width += 1
      path += `M${x} ${y}h${width}v1h-${width}z`
      x += width
    }
  }
  return { path, size }
}
