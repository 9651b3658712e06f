import { useTranslation } from 'react-i18next'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { LinkCode } from '#app/features/live/link-code.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import { useHallCode } from '#app/features/live/use-hall-code.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { readRing } from '#app/ui/ring-reading.ts'
import { Ring } from '#app/ui/ring.tsx'
import css from './projector.module.css'

/** The clock of what is now, the way in with a phone, and who is here. */
export function Aside() {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { meeting } = useLive()
  const now = useServerNow()
  const { present, remote } = readiness(meeting)
  const closed = meeting.phase === 'closed'
  const hall = useHallCode(!closed && meeting.phase !== 'notified')
  const voting = openBallot(meeting)
  return (
    <aside className="pj-r">
      <WallRing />
      <div className="grow" />
      {hall && (
        <>
          <p className={css.invite}>
            {t(
              voting
                ? 'wall.scanVote'
                : meeting.phase === 'doors-open'
                  ? 'wall.scanCheckin'
                  : 'wall.scan',
            )}
          </p>
          <div className={css.qr}>
            <LinkCode text={hall.url} label={t('wall.qr')} />
          </div>
          <p className={css.codeLabel}>{t('wall.code')}</p>
          <p className={css.code}>{`${hall.code.slice(0, 3)} ${hall.code.slice(3)}`}</p>
          <div className="grow" />
        </>
      )}
      <p className="ink2" style={{ fontSize: '2rem' }}>
        {t('wall.present', { count: present })}{' '}
        {remote > 0 && `${t('presence.remote', { count: remote })} `}
        <b style={{ color: 'var(--ink)', marginLeft: '0.5em' }}>{format.time(new Date(now))}</b>
      </p>
    </aside>
  )
}

function WallRing() {
  const { t } = useTranslation('live')
  const { meeting, offline } = useLive()
  const now = useServerNow()
  const voting = openBallot(meeting)
  const clock = meeting.itemClock
  if (!voting && !clock) return null
  const left = voting ? voting.dueAt - now : clock ? clockLeft(clock, meeting.pausedAt, now) : 0
  const total = voting ? voting.dueAt - voting.openedAt : (clock?.limitMs ?? 0)
  const { part, text, over } = readRing(left, total)
  return (
    <div className={css.ring}>
      <Ring part={part} size={300} thickness={7} warn={left <= 60_000} stale={offline}>
        <b className={css.ringTime}>{text}</b>
        <br />
        <span className={css.ringLabel}>
          {t(over ? 'item.over' : voting ? 'console.suggested' : 'item.left')}
        </span>
      </Ring>
    </div>
  )
}
