import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { ChairNote } from './chair-words.tsx'
import { ElderBar, PhoneBar } from './phone-bar.tsx'
import css from './phone.module.css'
import { PhoneTabs } from './phone-tabs.tsx'
import { needsScreen } from './stay-awake.ts'
import { useWakeLock } from './use-wake-lock.ts'

type Props = {
  /** Set for the elder version: what this screen is, in its bar. */
  elderTitle?: string | undefined
  /** Below the page and always in reach; as high in one state as in the next. */
  action?: ReactNode
  kept?: 'hand' | 'vote' | undefined
  /** One question at a time: no way to another page. */
  alone?: boolean | undefined
  children: ReactNode
}

/** A phone page: bar, connection, one column, the action under the thumb, tabs. */
export function PhoneFrame({ elderTitle, action, kept, alone, children }: Props) {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  useWakeLock(needsScreen(meeting, me.seatId))
  const elder = elderTitle !== undefined
  return (
    <div className={classNames('phone', elder && 'elder')}>
      <div className={css.top}>
        {elder ? <ElderBar title={elderTitle} /> : <PhoneBar />}
        <ConnectionBanner kept={kept} works={kept || alone ? undefined : t('offline.works')} />
      </div>
      <main id="main" className="ph-m" tabIndex={-1}>
        {!alone && <ChairNote />}
        {children}
      </main>
      {action}
      {!alone && <PhoneTabs elder={elder} />}
    </div>
  )
}
