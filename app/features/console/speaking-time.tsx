import { useTranslation } from 'react-i18next'
import { clockElapsed } from '#app/domain/meetings/clock.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { seatOf } from '#app/features/live/reading.ts'
import { formatDuration } from '#app/i18n/format.ts'
import { Monogram } from '#app/ui/monogram.tsx'
import { sideMark } from '#app/ui/side.ts'
import css from './console.module.css'

/** How long each side has spoken on this item, so that nobody is left out unnoticed. */
export function SpeakingTime() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: tool } = useTranslation('console')
  const { meeting } = useLive()
  const now = useServerNow()
  const rows = timeBySide(meeting, now)
  const longest = Math.max(1, ...rows.map((row) => row.ms))
  const total = rows.reduce((sum, row) => sum + row.ms, 0)
  return (
    <div className="card" style={{ padding: '13px 16px' }}>
      <div className="row" style={{ marginBottom: 8 }}>
        <b className="b">{t('console.fairness')}</b>
        <span className="muted xs end">
          {t('console.total', { time: formatDuration(total / 1000) })}
        </span>
      </div>
      <div className={`fair ${css.fair ?? ''}`}>
        {rows.map(({ side, ms, turns }) => (
          <SideRow key={side}>
            <Monogram side={side} size="small" />
            <span style={{ lineHeight: 1.25 }}>{term(`side.${side}`)}</span>
            <div className={`pg ${sideMark(side).className}`}>
              <i style={{ width: `${Math.floor((100 * ms) / longest)}%` }} />
            </div>
            {turns > 0 ? (
              <span className="ink2" style={{ textAlign: 'right' }}>
                {t('console.sideTime', { time: formatDuration(ms / 1000), count: turns })}
              </span>
            ) : (
              <span style={{ textAlign: 'right', color: 'var(--amber-t)', fontWeight: 600 }}>
                {t('console.notHeard')}
              </span>
            )}
          </SideRow>
        ))}
      </div>
      <details className={css.persons}>
        <summary className="sm">{tool('persons.title')}</summary>
        <ol>
          {timeByPerson(meeting, now).map(({ seatId, ms, turns }) => (
            <li key={seatId} className="row sm">
              <span className="grow">{seatOf(meeting, seatId)?.name}</span>
              {t('console.sideTime', { time: formatDuration(ms / 1000), count: turns })}
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

function SideRow({ children }: { children: React.ReactNode }) {
  return <>{children}</>
}

export type SideTime = { side: Side; ms: number; turns: number }

/** Of the sides that were invited; on the current item, the running turn included. */
export function timeBySide(meeting: MeetingState, now: number): SideTime[] {
  const itemId = meeting.currentItemId
  const invited = new Set(
    meeting.seats.filter((seat) => seat.role === 'delegate').map((seat) => seat.side),
  )
  return SIDES.filter((side) => invited.has(side)).map((side) => {
    const turns = meeting.turns.filter(
      (turn) => turn.itemId === itemId && seatOf(meeting, turn.seatId)?.side === side,
    )
    const speaks = meeting.floor && seatOf(meeting, meeting.floor.seatId)?.side === side
    const running =
      meeting.floor && speaks ? clockElapsed(meeting.floor.clock, meeting.pausedAt ?? now) : 0
    return {
      side,
      ms: turns.reduce((sum, turn) => sum + turn.ms, running),
      turns: turns.length + (speaks ? 1 : 0),
    }
  })
}

export type PersonTime = { seatId: SeatId; ms: number; turns: number }

/** Of everybody who has spoken this evening, replies and points of order included; most first. */
export function timeByPerson(meeting: MeetingState, now: number): PersonTime[] {
  const { floor } = meeting
  const running = floor
    ? [{ seatId: floor.seatId, ms: clockElapsed(floor.clock, meeting.pausedAt ?? now) }]
    : []
  const rows = new Map<SeatId, PersonTime>()
  for (const { seatId, ms } of [...meeting.turns, ...running]) {
    const before = rows.get(seatId) ?? { seatId, ms: 0, turns: 0 }
    rows.set(seatId, { seatId, ms: before.ms + ms, turns: before.turns + 1 })
  }
  return [...rows.values()].sort((a, b) => b.ms - a.ms)
}
