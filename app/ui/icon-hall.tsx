import type { IconDrawing } from './icon.tsx'

const SEATS = [
  [12, 3.4],
  [19.4, 7.7],
  [19.4, 16.3],
  [12, 20.6],
  [4.6, 16.3],
  [4.6, 7.7],
] as const

/** The hall: six seats round a table. Drawn on the same 24 grid as the Tabler icons. */
export const IconHall: IconDrawing = ({ stroke = 1.75, ...svg }) => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={stroke} {...svg}>
    <circle cx="12" cy="12" r="4.4" />
    <g fill="currentColor" stroke="none">
      {SEATS.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" />
      ))}
    </g>
  </svg>
)
