import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconDrawing } from './icon.tsx'

type Props = {
  icon: IconDrawing
  /** amber: the connection is gone. tea: the meeting moved on. stone: for information. */
  tone?: 'amber' | 'tea' | 'stone'
  /** A button or link at the end of the line; give it `className="end"`. */
  action?: ReactNode
  /** Empty string or `null`: the bar is not shown, but stays in the page so that its next words are announced. */
  children: ReactNode
}

/** A bar across the top. It never covers anything and never leaves by itself before its cause does. */
export function Banner({ icon, tone = 'amber', action, children }: Props) {
  const empty = children === null || children === '' || children === false
  return (
    <div role="status">
      {!empty && (
        <div className={classNames('netbar', tone !== 'amber' && `b-${tone}`)}>
          <Icon of={icon} />
          <span>{children}</span>
          {action}
        </div>
      )}
    </div>
  )
}
