import { IconTextSize } from '@tabler/icons-react'
import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'
import { PHASE_MARK, VOTING_MARK } from '#app/features/live/tones.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ReadAloud } from './read-aloud.tsx'

/** The bar on top: which room, what state, read aloud, large letters. */
export function PhoneBar() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const { meeting } = useLive()
  const voting = openBallot(meeting) !== null
  const mark = voting ? { ...VOTING_MARK, solid: true } : PHASE_MARK[meeting.phase]
  return (
    <header className="ph-h">
      <RoomPlate room={meeting.room} size="bar" />
      <Tag {...mark}>
        {voting ? term('ballotStatus.open') : term(`meetingStatus.${meeting.phase}`)}
      </Tag>
      <span className="grow" />
      <ReadAloud />
      <ElderSwitch to="on">
        <Icon of={IconTextSize} />
        {/* English has longer words everywhere in this bar; here the picture says enough. */}
        <span className={language === 'zh-CN' ? undefined : 'vh'}>{t('phone.large')}</span>
      </ElderSwitch>
    </header>
  )
}

/** The bar of the elder version: what this screen is, read aloud, and the way out. */
export function ElderBar({ title }: { title: string }) {
  const { t } = useTranslation('live')
  return (
    <header className="ph-h">
      <b style={{ fontSize: '1.0714rem' }}>{title}</b>
      <span className="grow" />
      <ReadAloud wordy />
      <ElderSwitch to="off">{t('elder.leave')}</ElderSwitch>
    </header>
  )
}

function ElderSwitch({ to, children }: { to: 'on' | 'off'; children: ReactNode }) {
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button className="ib" name="elder" value={to}>
        {children}
      </button>
    </form>
  )
}
