import { create } from 'qrcode'

/** A QR code drawn as one path, black on white also in the dark. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
    }
  }
  return (
    <svg
      style={{ width: '18.125rem', maxWidth: '100%', background: '#fff', display: 'block' }}
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#1D2421" />
    </svg>
  )
}
