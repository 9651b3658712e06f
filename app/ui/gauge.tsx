import type { ReactNode } from 'react'
import { readGauge, type GaugeLine } from './gauge-reading.ts'
import { Icon, type IconDrawing } from './icon.tsx'

type Props = {
  /** What is measured: 同意·按面积. */
  label: ReactNode
  icon?: IconDrawing
  /** Whole numbers: people, or units of 0.01 m². */
  numerator: number | bigint
  denominator: number | bigint
  line: GaugeLine
  /** Under the tick: 3/4, 过半. */
  lineLabel: string
  /** The two numbers in words: 16,902.33 ÷ 22,418.76 ㎡　过线 16,814.07. */
  sum: ReactNode
  /** How far over or short: 多 88.26 ㎡. `readGauge` has the number. */
  margin: ReactNode
}

/** 过线尺: a bar, a tick at the line, the two numbers and the margin. Never a bare percentage. */
export function Gauge({
  label,
  icon,
  numerator,
  denominator,
  line,
  lineLabel,
  sum,
  margin,
}: Props) {
  const { percent, linePercent, met } = readGauge(numerator, denominator, line)
  return (
    <div className="gauge">
      <p className="gh">
        {icon && <Icon of={icon} />}
        {label}
        <b>{percent}%</b>
      </p>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `min(100%, ${percent}%)` }} />
        <em style={{ left: `${linePercent}%` }} data-t={lineLabel} />
      </div>
      <p className="gf">
        {sum} <strong className={met ? undefined : 'short'}>{margin}</strong>
      </p>
    </div>
  )
}
