import {
  IconClock,
  IconDeviceDesktop,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPointFilled,
  IconWifiOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, useMeetingId, useServerNow } from '#app/features/live/live-context.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { PHASE_MARK } from '#app/features/live/tones.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useRole } from './use-role.ts'

/** The bar that says: this is live. */
export function ConsoleBar({ act }: { act: Act }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const meetingId = useMeetingId()
  const { meeting, offline, heardAt } = useLive()
  const now = useServerNow(10_000)
  const { isChair } = useRole()
  const [asked, setAsked] = useState<'pause' | 'close' | null>(null)
  const { phase } = meeting
  const running = phase === 'in-session' || phase === 'paused'
  const voting = openBallot(meeting) !== null

  return (
    <header className="cs-t">
      <RoomPlate room={meeting.room} size="bar" />
      <b className="t">{meeting.title}</b>
      <span className="live">
        <Icon of={phase === 'in-session' ? IconPointFilled : PHASE_MARK[phase].icon} />
        {term(`meetingStatus.${phase}`)}
      </span>
      <span className="k">
        <Icon of={IconClock} />
        <b>{format.time(new Date(now))}</b>
        {meeting.openedAt && (
          <span className="hide-n">
            {t('console.running', {
              count: Math.max(
                0,
                Math.floor(((meeting.closedAt ?? now) - meeting.openedAt) / 60_000),
              ),
            })}
          </span>
        )}
      </span>
      {offline && (
        <span className="k" style={{ color: '#F1D9A8' }} role="status">
          <Icon of={IconWifiOff} />
          {t('connection.asOf', { time: format.time(new Date(heardAt)) })}
        </span>
      )}
      <span className="grow" />
      <a
        className="btn sm"
        href={`/meetings/${meetingId}/screen`}
        target="_blank"
        rel="noreferrer"
      >
        <Icon of={IconDeviceDesktop} />
        {t('console.screen')}
      </a>
      {isChair && phase === 'in-session' && !voting && (
        <Button
          look="ghost"
          size="small"
          icon={IconPlayerPause}
          onClick={() => setAsked('pause')}
        >
          {t('console.pause')}
        </Button>
      )}
      {isChair && phase === 'paused' && (
        <Button
          look="ghost"
          size="small"
          icon={IconPlayerPlay}
          busy={act.busy === 'resume'}
          onClick={() => void act.act({ type: 'resume' })}
        >
          {t('console.resume')}
        </Button>
      )}
      {isChair && running && (
        <Button
          look="ghost"
          size="small"
          className="end2"
          icon={IconPlayerStop}
          onClick={() => setAsked('close')}
        >
          {t('console.end')}
        </Button>
      )}
      <ReasonDialog
        isOpen={asked === 'pause'}
        onClose={() => setAsked(null)}
        title={t('console.pauseTitle')}
        label={t('console.pauseReason')}
        suggestions={[t('console.pauseTea'), t('console.pauseTalk')]}
        optional
        submitLabel={t('console.pause')}
        trouble={act.trouble}
        busy={act.busy === 'pause'}
        onSubmit={(reason) => act.act({ type: 'pause', reason: reason || null })}
      />
      <CloseDialog isOpen={asked === 'close'} onClose={() => setAsked(null)} act={act} />
    </header>
  )
}
