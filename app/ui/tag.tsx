import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconDrawing } from './icon.tsx'
import { toneClass, type Tone } from './tone.ts'

type Props = {
  tone: Tone
  icon: IconDrawing
  large?: boolean
  /** Only the one live state of a screen. */
  solid?: boolean
  children: ReactNode
}

/** A status: hue, icon and word, always all three. It grows with a long word and never cuts it. */
export function Tag({ tone, icon, large, solid, children }: Props) {
  return (
    <span className={classNames('tag', toneClass(tone), large && 'lg', solid && 'solid')}>
      <Icon of={icon} />
      {children}
    </span>
  )
}
