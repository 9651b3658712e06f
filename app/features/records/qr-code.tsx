type Props = {
  /** The dark squares as one path, a unit each. */
  path: string
  /** Squares a side. */
  size: number
  label: string
  pixels?: number
}

/** A QR code drawn by the server; it works in print and without a script. */
export function QrCode({ path, size, label, pixels = 92 }: Props) {
  return (
    <svg
      className="qr"
      width={pixels}
      height={pixels}
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
      <path d={path} fill="#1D2421" />
    </svg>
  )
}
