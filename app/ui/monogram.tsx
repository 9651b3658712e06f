import { classNames } from './class-names.ts'
import { sideMark, type Side } from './side.ts'

type Props = {
  side: Side
  /** The side's name for screen readers. Leave out only if the name stands beside the disc. */
  label?: string
  size?: 'small' | 'medium' | 'large' | 'huge'
  /** Not here yet: outline instead of solid. */
  away?: boolean
}

const SIZE = { small: 's', medium: '', large: 'l', huge: 'xl' } as const

/** One character in a disc for each side of the table. */
export function Monogram({ side, label, size = 'medium', away }: Props) {
  const { className, glyph } = sideMark(side)
  const classes = classNames('disc', className, SIZE[size], away && 'off')
  return label === undefined ? (
    <span className={classes} aria-hidden="true">
      {glyph}
    </span>
  ) : (
    <span className={classes} role="img" aria-label={label}>
      {glyph}
    </span>
  )
}
