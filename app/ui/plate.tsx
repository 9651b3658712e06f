import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = {
  room: 'hall' | 'tea' | 'talk'
  /** `bar` lies down, for phone bars and lists. English always lies down. */
  size?: 'small' | 'medium' | 'large' | 'huge' | 'bar'
  /** Digits before the name, set upright in a standing plate: `730`. */
  digits?: string
  children: ReactNode
}

const SIZE = { small: 's', medium: '', large: 'lg', huge: 'xl', bar: 'h' } as const

/** The enamel sign beside a room's door. It names the room; it is never pressed. */
export function Plate({ room, size = 'medium', digits, children }: Props) {
  return (
    <span className={classNames('plate', `r-${room}`, SIZE[size])}>
      {digits !== undefined && <span className="tcy">{digits}</span>}
      {children}
    </span>
  )
}
