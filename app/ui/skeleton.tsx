type Props = {
  /** What is being fetched, for screen readers: 正在取议程. */
  label: string
  /** One bar each, as high as what will stand there; px. */
  bars: readonly { height: number; width?: string }[]
}

/** As high as the real thing, so that nothing moves when it comes. Shows only after 400 ms. */
export function Skeleton({ label, bars }: Props) {
  return (
    <div className="sk-wait" role="status" aria-label={label}>
      {bars.map(({ height, width = '100%' }, index) => (
        <span key={index} className="sk" style={{ height, width }} />
      ))}
    </div>
  )
}
