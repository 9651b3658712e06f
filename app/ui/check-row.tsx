import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { toneClass } from './tone.ts'

type Props = {
  met: boolean
  /** Whether it is met, in a word, for whoever does not see the sign; nothing where the sentence says it. */
  said?: string
  /** What stands after the sentence. */
  aside?: ReactNode
  children: ReactNode
}

/** One thing that must be true: a sign, a word, a sentence. What is missing is written in bold. */
export function CheckRow({ met, said, aside, children }: Props) {
  return (
    <div className={classNames('check-row', toneClass(met ? 'tea' : 'amber'))}>
      <Icon of={met ? IconCircleCheck : IconCircleDashed} />
      <span className={met ? undefined : 'missing'}>
        {said !== undefined && <span className="vh">{said}</span>}
        {children}
      </span>
      {aside}
    </div>
  )
}
