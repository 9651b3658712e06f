import {
  IconClock,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPointFilled,
  IconWifiOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import { useLive, useMeetingId, useServerNow } from '#app/features/live/live-context.tsx'
import { isPresent, openBallot } from '#app/features/live/reading.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { PHASE_MARK } from '#app/features/live/tones.ts'
import { formatDuration } from '#app/i18n/format.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { BreakDialog } from './break-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { lineOf, usePhones } from './use-phones.tsx'
import { useRole } from './use-role.ts'

/** The bar that says: this is live. */
export function ConsoleBar({ act }: { act: Act }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: tool } = useTranslation('console')
  const format = useFormat()
  const meetingId = useMeetingId()
  const { meeting, offline, heardAt } = useLive()
  const title = useMeetingTitle(meeting)
  const now = useServerNow(10_000)
  const { isChair } = useRole()
  const [asked, setAsked] = useState<'pause' | 'close' | 'reopen' | null>(null)
  const { phase } = meeting
  const running = phase === 'in-session' || phase === 'paused'
  const voting = openBallot(meeting) !== null
  const { ready } = readiness(meeting)

  /** With everybody back it just goes on; otherwise the chair says why. */
  async function reopen() {
    if (!ready) setAsked('reopen')
    else await act.act({ type: 'reopen', overrideReason: null })
  }

  return (
    <header className="cs-t">
      <RoomPlate room={meeting.room} size="bar" />
      <b className="t">{title}</b>
      <span className="live">
        <Icon of={phase === 'in-session' ? IconPointFilled : PHASE_MARK[phase].icon} />
        {meeting.adjournedAt === null ? term(`meetingStatus.${phase}`) : tool('adjourn.status')}
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
      {!offline && <PhoneLines />}
      {offline && (
        <span className="k warn" role="status">
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
      {meeting.pauseUntil !== null && <BreakClock until={meeting.pauseUntil} />}
      {isChair && meeting.adjournedAt !== null && (
        <Button
          look="ghost"
          size="small"
          icon={IconPlayerPlay}
          busy={act.busy === 'reopen'}
          onClick={() => void reopen()}
        >
          {tool('adjourn.reopen')}
        </Button>
      )}
      {isChair && phase === 'paused' && meeting.adjournedAt === null && (
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
      <BreakDialog isOpen={asked === 'pause'} onClose={() => setAsked(null)} />
      <ReasonDialog
        isOpen={asked === 'reopen'}
        onClose={() => setAsked(null)}
        title={tool('adjourn.reopen')}
        label={t('console.reason')}
        hint={t('console.reasonHint')}
        suggestions={[tool('adjourn.fewer')]}
        submitLabel={tool('adjourn.reopen')}
        trouble={act.trouble}
        busy={act.busy === 'reopen'}
        onSubmit={(reason) => act.act({ type: 'reopen', overrideReason: reason })}
      />
      <CloseDialog isOpen={asked === 'close'} onClose={() => setAsked(null)} act={act} />
    </header>
  )
}

/** How many phones the room reaches, and who was here by phone and has lost the line. */
function PhoneLines() {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const phones = usePhones()
  const lost = meeting.seats.filter(
    ({ id }) => lineOf(phones, id) === 'lost' && isPresent(meeting, id),
  ).length
  if (phones.online.size === 0 && lost === 0) return null
  return (
    <>
      <span className="k hide-n">
        <Icon of={IconDeviceMobile} />
        {t('phones.online', { count: phones.online.size })}
      </span>
      {lost > 0 && (
        <span className="k warn hide-n">
          <Icon of={IconWifiOff} />
          {t('phones.lost', { count: lost })}
        </span>
      )}
    </>
  )
}

/** What is left of a break; it reminds and resumes nothing. */
function BreakClock({ until }: { until: number }) {
  const { t } = useTranslation('console')
  const now = useServerNow()
  const left = until - now
  return (
    <span className="k" role="timer">
      <b>{left > 0 ? formatDuration(left / 1000) : t('break.over')}</b>
    </span>
  )
}
