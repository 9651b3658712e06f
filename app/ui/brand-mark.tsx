import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

const SEATS = [
  [20, 3.4],
  [34.4, 11.7],
  [34.4, 28.3],
  [20, 36.6],
  [5.6, 28.3],
] as const

/** The mark with the product's name. Leads to `to`, or stands still without it. */
export function BrandMark({ to, children }: { to?: string; children: ReactNode }) {
  const inside = (
    <>
      <svg viewBox="0 0 40 40" aria-hidden="true" fill="currentColor">
        <circle cx="20" cy="20" r="10.5" fill="none" stroke="currentColor" strokeWidth="3" />
        <circle cx="20" cy="20" r="5" />
        {SEATS.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="2.6" />
        ))}
        <circle cx="5.6" cy="11.7" r="2.6" className="mark-seal" />
      </svg>
      {children}
    </>
  )
  return to === undefined ? (
    <span className="mark">{inside}</span>
  ) : (
    <Link className="mark" to={to}>
      {inside}
    </Link>
  )
}
