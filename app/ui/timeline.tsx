import type { ReactNode } from 'react'
import { Icon, type IconDrawing } from './icon.tsx'
import { toneClass, type Tone } from './tone.ts'

export type TimelineEntry = {
  id: string
  tone: Tone
  icon: IconDrawing
  /** When, and who if that matters: 11月25日 17:20　林雅芳. */
  when: ReactNode
  /** What happened. The heading of the entry in `<b className="tt">`. */
  children: ReactNode
}

/** What happened, one entry under another, in the order given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="tl">
      {entries.map(({ id, tone, icon, when, children }) => (
        <li key={id} className={toneClass(tone)}>
          <span className="nd">
            <Icon of={icon} />
          </span>
          <p className="tm">{when}</p>
          <div>{children}</div>
        </li>
      ))}
    </ol>
  )
}
