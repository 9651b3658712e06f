import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** What the icons of `@tabler/icons-react` and our own drawings have in common. */
export type IconDrawing = (props: {
  className?: string
  stroke?: string | number
  'aria-hidden'?: boolean
  'aria-label'?: string
  role?: string
}) => ReactNode

type Props = {
  /** A named import of `@tabler/icons-react`, or `IconHall`. */
  of: IconDrawing
  /** Only where no word stands beside it: back, read aloud, pause, up, down. */
  label?: string
  className?: string
}

/** Grows with the text it stands in (1.25 em); a component's own class may fix it. */
export function Icon({ of: Drawing, label, className }: Props) {
  const classes = classNames('i', className)
  return label === undefined ? (
    <Drawing className={classes} stroke={1.75} aria-hidden />
  ) : (
    <Drawing className={classes} stroke={1.75} role="img" aria-label={label} />
  )
}
