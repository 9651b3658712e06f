import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = {
  /** What is left, 0 to 1; `readRing` computes it. */
  part: number
  /** Side of the square, in px of ordinary type; it grows with large type. */
  size?: number
  /** Thickness in hundredths of the side. */
  thickness?: number
  /** Nearly or fully over. Say so in words as well. */
  warn?: boolean
  /** The connection is gone, so this no longer runs. */
  stale?: boolean
  /** The time as text and what it measures. A screen reader reads this; the ring is only a picture. */
  children: ReactNode
}

/** A ring timer. It only reminds: nothing closes by itself. */
export function Ring({ part, size = 96, thickness = 8, warn, stale, children }: Props) {
  const radius = 50 - thickness / 2 - 0.5
  const circle = { cx: 50, cy: 50, r: radius, strokeWidth: thickness }
  const left = Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10
  return (
    <span
      className={classNames('ring', warn && 'warn', stale && 'stale')}
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring-bg" {...circle} />
        {left > 0 && (
          <circle
            className="ring-fg"
            {...circle}
            pathLength={100}
            strokeDasharray={`${left} 100`}
            transform="rotate(-90 50 50)"
          />
        )}
      </svg>
      <span className="ring-in">{children}</span>
    </span>
  )
}
