import { classNames } from './class-names.ts'
import { seatsRound, type SideSeats } from './seats-round.ts'
import { sideMark } from './side.ts'

type Props = {
  sides: readonly SideSeats[]
  /** In the middle: how many are here. */
  count: string | number
  /** Under the count: 到会 / 应到 26. */
  caption: string
  /** The whole drawing in words: 居民代表到 14 应到 16，物业到 2 应到 2 … */
  summary: string
  /** Side of the square, in px of ordinary type. It grows with large type; a stylesheet may override it. */
  size?: number
}

/** 围桌: seats by side round a table. Solid is here, dashed is not yet; each side has its own arc. */
export function RoundTable({ sides, count, caption, summary, size = 176 }: Props) {
  const { seats, arcs, seatRadius } = seatsRound(sides)
  return (
    <svg
      className="rt"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 200 200"
      role="img"
      aria-label={summary}
    >
      <circle className="rt-table" cx="100" cy="100" r="54" />
      <circle className="rt-rim" cx="100" cy="100" r="47.5" />
      {seats.map(({ side, here, x, y }, index) => (
        <circle
          key={index}
          className={classNames('seat', here ? 'on' : 'off', sideMark(side).className)}
          cx={x}
          cy={y}
          r={seatRadius}
        />
      ))}
      {arcs.map(({ side, path }, index) => (
        <path key={index} className={classNames('arc', sideMark(side).className)} d={path} />
      ))}
      <text className="rt-n" x="100" y="104" textAnchor="middle">
        {count}
      </text>
      <text className="rt-s" x="100" y="126" textAnchor="middle">
        {caption}
      </text>
    </svg>
  )
}
