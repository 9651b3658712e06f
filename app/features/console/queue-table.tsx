import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsSplit2,
  IconClock,
  IconGavel,
  IconHandMove,
  IconHistory,
  IconMessageReply,
  IconPlus,
  IconUser,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { speakingOrder, type QueueReason } from '#app/domain/meetings/speaking-order.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { queueRule, seatOf } from '#app/features/live/reading.ts'
import { StanceTag } from '#app/features/live/stance-tag.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { formatDuration } from '#app/i18n/format.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { HandForDialog } from './hand-for-dialog.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

const WHY: Record<QueueReason, IconDrawing> = {
  'point-of-order': IconGavel,
  'right-of-reply': IconMessageReply,
  'moved-by-chair': IconHandMove,
  'side-not-heard': IconUser,
  'not-spoken': IconUser,
  'other-side': IconArrowsSplit2,
  'other-stance': IconArrowsSplit2,
  'waited-longest': IconClock,
  'has-spoken': IconHistory,
}

/** Who waits to speak, in which order, and why in this order. Moved with buttons, on a phone too. */
export function QueueTable({ act }: { act: Act }) {
  const { t } = useTranslation('live')
  const { t: tool } = useTranslation('console')
  const { meeting } = useLive()
  const { isChair } = useRole()
  const now = useServerNow(5000)
  const [adding, setAdding] = useState(false)
  const rows = speakingOrder(meeting)
  const move = (index: number, to: number) => {
    const row = rows[index]
    if (row) void act.act({ type: 'move-hand', seatId: row.seatId, toIndex: to, reason: null })
  }
  return (
    <section className={`${css.panel ?? ''} ${css.scroll ?? ''}`}>
      <div className="row wrap" style={{ marginBottom: 8 }}>
        <h2 className="song" style={{ fontSize: 17 }}>
          {t('console.queue', { count: rows.length })}
        </h2>
        <span className="muted sm">{t(`queue.rule.${queueRule(meeting)}`)}</span>
        <span className="end">
          <Button size="small" icon={IconPlus} onClick={() => setAdding(true)}>
            {t('console.handFor')}
          </Button>
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="muted" style={{ padding: '14px 0' }}>
          {t('console.queueEmpty')}
        </p>
      ) : (
        <table className={`qt ${css.queue ?? ''}`}>
          <thead>
            <tr>
              <th style={{ width: 34 }}>{t('console.col.place')}</th>
              <th>{t('console.col.who')}</th>
              <th style={{ width: 96 }}>{t('console.col.stance')}</th>
              <th>{t('console.col.why')}</th>
              <th className="cw" style={{ width: 64 }}>
                {t('console.col.waited')}
              </th>
              <th style={{ width: 190, textAlign: 'right' }}>{t('console.col.logged')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const seat = seatOf(meeting, row.seatId)
              return (
                <tr key={row.seatId} className={classNames(index === 0 && 'nx')}>
                  <td className="b">{index + 1}</td>
                  <td>
                    <span className="row" style={{ gap: 9 }}>
                      {seat && <Monogram side={seat.side} size="small" />}
                      <b className="b">{seat?.name}</b>
                      {meeting.remote.includes(row.seatId) && (
                        <span className="muted sm">{tool('person.remoteShort')}</span>
                      )}
                      <span className="muted sm org">{seat?.title}</span>
                    </span>
                    {row.witness !== null && (
                      <span className="muted sm">
                        {tool('assisted.hand', { witness: row.witness })}
                      </span>
                    )}
                  </td>
                  <td>
                    <StanceTag stance={row.stance} kind={row.kind} />
                  </td>
                  <td>
                    <span className="why">
                      <Icon of={WHY[row.reason]} />
                      {row.reason === 'has-spoken'
                        ? t('console.why.has-spoken', { count: row.turns })
                        : t(`console.why.${row.reason}`)}
                    </span>
                  </td>
                  <td className="ink2 cw">{formatDuration((now - row.raisedAt) / 1000)}</td>
                  <td style={{ textAlign: 'right' }}>
                    {isChair && rows.length > 1 && (
                      <>
                        <Button
                          look="ghost"
                          size="small"
                          square
                          icon={IconArrowUp}
                          disabled={index === 0}
                          onClick={() => move(index, index - 1)}
                        >
                          {t('console.up', { name: seat?.name })}
                        </Button>
                        <Button
                          look="ghost"
                          size="small"
                          square
                          icon={IconArrowDown}
                          disabled={index === rows.length - 1}
                          onClick={() => move(index, index + 1)}
                        >
                          {t('console.down', { name: seat?.name })}
                        </Button>
                      </>
                    )}
                    {isChair ? (
                      <Button
                        look={index === 0 && !meeting.floor ? 'primary' : 'line'}
                        size="small"
                        onClick={() => void act.act({ type: 'give-floor', seatId: row.seatId })}
                      >
                        {t('console.call')}
                      </Button>
                    ) : (
                      <Button
                        size="small"
                        onClick={() =>
                          void act.act({ type: 'withdraw-hand', seatId: row.seatId })
                        }
                      >
                        {t('hand.withdraw')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <HandForDialog isOpen={adding} onClose={() => setAdding(false)} />
    </section>
  )
}
