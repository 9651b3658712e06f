import type { ReactNode } from 'react'
import { Icon, type IconDrawing } from './icon.tsx'
import { toneClass, type Tone } from './tone.ts'

type Props = {
  title: ReactNode
  /** Whose list this is and since when it is empty; for an error, what was not done and that the text is kept. */
  children?: ReactNode
  /** The one useful thing to do. */
  action?: ReactNode
  /** Something went wrong, rather than nothing being there: this instead of the tea bowl. */
  trouble?: { icon: IconDrawing; tone: Tone }
  level?: 1 | 2 | 3
}

/** Nothing here yet: a covered tea bowl, a sentence, and one way on. */
export function EmptyState({ title, children, action, trouble, level = 3 }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      {trouble ? (
        <span className={`patch ${toneClass(trouble.tone)}`}>
          <Icon of={trouble.icon} />
        </span>
      ) : (
        <Gaiwan />
      )}
      <Heading>{title}</Heading>
      {children && <p className="sm muted">{children}</p>}
      {action && <div className="act">{action}</div>}
    </div>
  )
}

function Gaiwan() {
  return (
    <svg className="big gaiwan" viewBox="0 0 92 92" aria-hidden="true">
      <ellipse cx="46" cy="66" rx="34" ry="6" />
      <path d="M24 34h44l-6 22a8 8 0 0 1-8 6H38a8 8 0 0 1-8-6z" />
      <path d="M26 33c3-9 10-12 20-12s17 3 20 12" />
      <circle cx="46" cy="17" r="3" />
    </svg>
  )
}
