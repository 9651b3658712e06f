import type { ReactNode } from 'react'
import { Announcer } from '#app/features/live/announcer.tsx'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { ElderBar, PhoneBar } from './phone-bar.tsx'
import { PhoneTabs } from './phone-tabs.tsx'

type Props = {
  /** Set for the elder version: what this screen is, in its bar. */
  elderTitle?: string | undefined
  /** Below the page and always in reach; as high in one state as in the next. */
  action?: ReactNode
  kept?: 'hand' | 'vote' | undefined
  /** One question at a time: no tabs. */
  alone?: boolean | undefined
  children: ReactNode
}

/** A phone page: bar, connection, one column, the action under the thumb, tabs. */
export function PhoneFrame({ elderTitle, action, kept, alone, children }: Props) {
  const elder = elderTitle !== undefined
  return (
    <div className={classNames('phone', elder && 'elder')}>
      {elder ? <ElderBar title={elderTitle} /> : <PhoneBar />}
      <ConnectionBanner {...(kept ? { kept } : {})} />
      <main id="main" className="ph-m" tabIndex={-1}>
        {children}
      </main>
      {action}
      {!elder && !alone && <PhoneTabs />}
      <Announcer />
    </div>
  )
}
