import { IconBellRinging, IconCheck, IconMicrophone } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { clockElapsed, clockLeft } from '#app/domain/meetings/clock.ts'
import { speakingOrder } from '#app/domain/meetings/speaking-order.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { justStopped, seatOf } from '#app/features/live/reading.ts'
import { StanceTag } from '#app/features/live/stance-tag.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import type { Bell } from './use-bell.ts'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** Who has the floor, and on to the next with one press. */
export function SpeakerPanel({ act, bell }: { act: Act; bell: Bell }) {
  const { t } = useTranslation('live')
  const { t: tool } = useTranslation('console')
  const { meeting, offline } = useLive()
  const { isChair } = useRole()
  const now = useServerNow()
  const { floor } = meeting
  const first = speakingOrder(meeting)[0]
  const next = () => {
    if (act.busy) return
    if (first) void act.act({ type: 'give-floor', seatId: first.seatId })
    else if (floor) void act.act({ type: 'take-floor', end: 'finished', seatId: floor.seatId })
  }
  useSpaceKey(isChair && (first !== undefined || floor !== null), next)
  const hint = (
    <span
      className="kbd"
      style={{ background: 'transparent', color: 'inherit', borderColor: 'currentColor' }}
    >
      {t('console.space')}
    </span>
  )

  const stopped = seatOf(meeting, justStopped(meeting, now)?.seatId ?? null)
  if (!floor) {
    return (
      <div className="speak" style={{ padding: '16px 18px' }}>
        <p
          className="row b"
          style={{ gap: 6, color: stopped ? 'var(--amber-t)' : 'var(--tea-t)' }}
        >
          <Icon of={stopped ? IconBellRinging : IconMicrophone} />
          {stopped ? t('speaker.stopped', { name: stopped.name }) : t('console.noSpeaker')}
        </p>
        <p className="ink2" style={{ margin: '10px 0 14px' }}>
          {t(first ? 'console.callFirst' : 'console.emptyQueue')}
        </p>
        {isChair && first && (
          <Button
            look="primary"
            icon={IconMicrophone}
            busy={act.busy === 'give-floor'}
            onClick={next}
          >
            {t('console.callNext')} {hint}
          </Button>
        )}
      </div>
    )
  }
  const seat = seatOf(meeting, floor.seatId)
  const left = clockLeft(floor.clock, meeting.pausedAt, now)
  const used = clockElapsed(floor.clock, meeting.pausedAt ?? now)
  const { text, over } = readRing(left, floor.clock.limitMs)
  const turn = meeting.turns.filter(
    (each) => each.seatId === floor.seatId && each.itemId === meeting.currentItemId,
  ).length
  return (
    <div className={classNames('speak', offline && 'stale')} style={{ padding: '16px 18px' }}>
      <div className="row">
        <span className="row b" style={{ gap: 6, color: 'var(--tea-t)' }}>
          <Icon of={IconMicrophone} />
          {t('speaker.now')}
        </span>
        <span className="end">
          <StanceTag stance={floor.stance} kind={floor.kind} />
        </span>
      </div>
      <div className="row" style={{ gap: 14, margin: '10px 0 8px' }}>
        {seat && <Monogram side={seat.side} size="large" />}
        <div className="grow">
          <b style={{ fontSize: 21, lineHeight: 1.3 }}>{seat?.name}</b>
          <p className="ink2">
            {seat?.title}{' '}
            {floor.kind === 'turn'
              ? t('console.turnNumber', { n: turn + 1 })
              : tool(`floor.${floor.kind}`)}
          </p>
        </div>
        <p style={{ textAlign: 'right' }}>
          <b className={css.big}>{text}</b>
          {over && (
            <>
              <br />
              <span className="sm b" style={{ color: 'var(--amber-t)' }}>
                {t('speaker.over')}
              </span>
            </>
          )}
        </p>
      </div>
      <div className="pg" style={{ background: 'var(--surface)' }}>
        <i style={{ width: `${Math.min(100, (100 * used) / floor.clock.limitMs)}%` }} />
      </div>
      {bell.stage && (
        <p className={css.bell} data-stage={bell.stage} role="status">
          <Icon of={IconBellRinging} />
          {tool(`bell.${bell.stage}`, { count: meeting.rules.warnSeconds })}
        </p>
      )}
      {meeting.interrupted && (
        <p className="sm ink2" style={{ marginTop: 8 }}>
          {tool('floor.interrupted', {
            name: seatOf(meeting, meeting.interrupted.floor.seatId)?.name ?? '',
          })}
        </p>
      )}
      {isChair && (
        <div className={`row ${css.row2 ?? ''}`} style={{ gap: 8, marginTop: 14 }}>
          <Button
            look="primary"
            icon={IconCheck}
            busy={act.busy === 'give-floor' || act.busy === 'take-floor'}
            onClick={next}
          >
            {t(first ? 'console.doneNext' : 'console.done')} {hint}
          </Button>
          <Button
            busy={act.busy === 'extend-floor'}
            onClick={() =>
              void act.act({ type: 'extend-floor', seconds: 30, seatId: floor.seatId })
            }
          >
            {t('console.addHalf')}
          </Button>
          <Button
            onClick={() =>
              void act.act({
                type: 'take-floor',
                end: over ? 'time-up' : 'chair',
                seatId: floor.seatId,
              })
            }
          >
            {t('console.takeFloor')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The space bar, unless somebody types, a button has the focus, or a dialog is open. */
function useSpaceKey(enabled: boolean, onPress: () => void): void {
  useEffect(() => {
    if (!enabled) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return
      const at = event.target as HTMLElement | null
      if (at?.closest('input, textarea, select, button, a, [contenteditable], [role="dialog"]'))
        return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      onPress()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
