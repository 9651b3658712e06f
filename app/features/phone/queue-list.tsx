import { useTranslation } from 'react-i18next'
import { speakingOrder } from '#app/domain/meetings/speaking-order.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { placeInQueue, publicNameOf, queueRule, seatOf } from '#app/features/live/reading.ts'
import { StanceTag } from '#app/features/live/stance-tag.tsx'
import { useLanguage } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Monogram } from '#app/ui/monogram.tsx'
import css from './phone.module.css'

/** How many are shown; whoever is further back sees their own place all the same. */
const SHOWN = 4

/** Who speaks next, and where I stand. */
export function QueueList() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const { meeting, me } = useLive()
  const now = useServerNow(10_000)
  const rows = speakingOrder(meeting)
  const mine = placeInQueue(meeting, me.seatId, now)
  if (rows.length === 0) return null
  const shown = rows
    .map((row, index) => ({ row, place: index + 1 }))
    .filter(({ row, place }) => place <= SHOWN || row.seatId === me.seatId)
  return (
    <section>
      <div className="row" style={{ minHeight: 32 }}>
        <h2 style={{ fontSize: '1.0625rem' }}>{t('queue.title')}</h2>
        <span className="sm muted end" style={{ textAlign: 'right' }}>
          {t(`queue.rule.${queueRule(meeting)}`)}
        </span>
      </div>
      <ol className="card" style={{ padding: '0 16px', marginTop: 6, overflow: 'hidden' }}>
        {shown.map(({ row, place }) => {
          const seat = seatOf(meeting, row.seatId)
          const isMe = row.seatId === me.seatId
          return (
            <li key={row.seatId} className={classNames('q-li', isMe && 'me')}>
              <span className="n">{place}</span>
              {seat && <Monogram side={seat.side} />}
              <span className={`grow b ${css.who ?? ''}`}>
                {isMe ? t('queue.you') : publicNameOf(seat, language)}
                <span className="sm muted">
                  {isMe && mine
                    ? t('queue.inMinutes', { count: mine.minutes })
                    : seat && (language === 'zh-CN' ? seat.title : term(`side.${seat.side}`))}
                </span>
              </span>
              <StanceTag stance={row.stance} kind={row.kind} />
            </li>
          )
        })}
      </ol>
      {rows.length > shown.length && (
        <p className="sm muted" style={{ marginTop: 6 }}>
          {t('queue.more', { count: rows.length - shown.length })}
        </p>
      )}
    </section>
  )
}
