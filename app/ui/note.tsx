import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconDrawing } from './icon.tsx'
import { toneClass, type Tone } from './tone.ts'

type Props = {
  tone: Tone
  icon: IconDrawing
  /** `alert` for what was refused just now, `status` for what came of itself. Nothing for what was there from the start. */
  role?: 'alert' | 'status'
  className?: string
  children: ReactNode
}

/** A sentence or two set apart. A refusal says the reason first, then the way out. */
export function Note({ tone, icon, role, className, children }: Props) {
  return (
    <div className={classNames('note', toneClass(tone), className)} role={role}>
      <Icon of={icon} />
      <div className="grow">{children}</div>
    </div>
  )
}
