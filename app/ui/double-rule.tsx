import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** Keep the order of headings on the page. */
  level?: 2 | 3
  id?: string
  /** Quiet words after the title. */
  aside?: ReactNode
  /** A link at the end of the line. */
  more?: ReactNode
  children?: ReactNode
}

/** 文武线: a section under a thick and a thin rule. For public pages and paper, not inside cards. */
export function DoubleRule({ title, level = 2, id, aside, more, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <section className="ww" aria-labelledby={id}>
      <div className="hd">
        <Heading id={id}>{title}</Heading>
        {aside && <span className="muted">{aside}</span>}
        {more && <span className="more">{more}</span>}
      </div>
      {children}
    </section>
  )
}
