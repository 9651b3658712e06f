import { IconMicrophone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clockElapsed, clockLeft } from '#app/domain/meetings/clock.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { justStopped, publicNameOf, seatOf } from '#app/features/live/reading.ts'
import { StanceTag } from '#app/features/live/stance-tag.tsx'
import { useLanguage } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import { StoppedLine } from './stopped-line.tsx'
import css from './phone.module.css'

/** Who is speaking, for how much longer. */
export function SpeakerCard() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const { meeting, me, offline } = useLive()
  const now = useServerNow()
  const { floor } = meeting
  if (!floor) {
    return (
      <section className="card" style={{ padding: '14px 16px' }}>
        <StoppedLine
          stopped={seatOf(meeting, justStopped(meeting, now)?.seatId ?? null)}
          otherwise={t(meeting.queue.length > 0 ? 'speaker.soon' : 'speaker.nobody')}
        />
      </section>
    )
  }
  const seat = seatOf(meeting, floor.seatId)
  const mine = floor.seatId === me.seatId
  const left = clockLeft(floor.clock, meeting.pausedAt, now)
  const used = clockElapsed(floor.clock, meeting.pausedAt ?? now)
  const { text, over } = readRing(left, floor.clock.limitMs)
  return (
    <section
      className={classNames('speak', offline && 'stale', mine && css.myTurn)}
      aria-label={t('speaker.now')}
    >
      <div className="row">
        <span
          className="row"
          style={{ gap: 6, fontSize: '0.9375rem', color: 'var(--tea-t)', fontWeight: 600 }}
        >
          <Icon of={IconMicrophone} />
          {t(mine ? 'speaker.you' : 'speaker.now')}
        </span>
        <span className="end">
          <StanceTag stance={floor.stance} kind={floor.kind} />
        </span>
      </div>
      <div className="row" style={{ marginTop: 10 }}>
        {seat && <Monogram side={seat.side} size="large" />}
        <div className="grow">
          <b className={css.name}>{mine ? t('queue.you') : publicNameOf(seat, language)}</b>
          {seat && (
            <p className="sm ink2" style={{ lineHeight: 1.4 }}>
              {language === 'zh-CN' ? seat.title : term(`side.${seat.side}`)}
            </p>
          )}
        </div>
        <p className={css.time}>
          <b>{text}</b>
          <br />
          <span className="xs muted">{t(over ? 'speaker.over' : 'speaker.left')}</span>
        </p>
      </div>
      <div className="pg" style={{ marginTop: 10, background: 'var(--surface)' }}>
        <i style={{ width: `${Math.min(100, (100 * used) / floor.clock.limitMs)}%` }} />
      </div>
    </section>
  )
}
