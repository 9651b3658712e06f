import {
  IconCircle,
  IconCircleArrowRight,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleMinus,
  IconHourglass,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { agendaTimes, type ItemTimes } from '#app/domain/meetings/agenda-times.ts'
import { clockElapsed, clockLeft } from '#app/domain/meetings/clock.ts'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import type { ItemState, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { CarriedFrom } from '#app/features/live/carried-from.tsx'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import type { Act } from '#app/features/live/use-act.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { AddItem } from './add-item.tsx'
import { ChairTools } from './chair-tools.tsx'
import { ItemActions } from './item-actions.tsx'
import { OneLineForm } from './one-line-form.tsx'
import type { Bell } from './use-bell.ts'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** Minutes. */
const HALF_A_DAY = 720

const MARK = {
  done: IconCircleCheck,
  current: IconCircleHalf2,
  waiting: IconCircle,
  skipped: IconCircleMinus,
  'carried-over': IconCircleArrowRight,
} as const
const CLASS = {
  done: 'done',
  current: 'now',
  waiting: undefined,
  skipped: 'done',
  'carried-over': 'done',
} as const

/** What is to be done tonight, how long it takes, and what was put aside. */
export function AgendaRail({
  act,
  bell,
  staff,
}: {
  act: Act
  bell: Bell
  staff: readonly Officer[]
}) {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { meeting } = useLive()
  const now = useServerNow(10_000)
  const ends = meeting.openedAt ? expectedEnd(meeting, now) : null
  const planned = meeting.startsAt + meeting.durationMinutes * 60_000
  const over = ends ? Math.round((ends - planned) / 60_000) : 0
  const times = agendaTimes(meeting)
  const { isChair } = useRole()
  return (
    <nav className="cs-a" aria-label={t('agenda.title')}>
      <h2>{t('agenda.title')}</h2>
      {meeting.agenda.map((item) => (
        <RailItem
          key={item.id}
          item={item}
          act={act}
          now={now}
          times={times.find((each) => each.itemId === item.id)}
        />
      ))}
      {isChair && meeting.phase !== 'closed' && <AddItem />}
      {ends && meeting.phase !== 'closed' && (
        <p
          className={over > 0 ? `sm ${css.note ?? ''}` : 'sm muted'}
          style={{ marginInline: 18 }}
        >
          <Icon of={IconHourglass} />{' '}
          {over > 0
            ? t('console.endsOver', { time: format.time(new Date(ends)), count: over })
            : t('console.ends', { time: format.time(new Date(ends)) })}
        </p>
      )}
      <div className="grow" />
      <ChairTools bell={bell} staff={staff} />
      <Parked />
    </nav>
  )
}

type RailItemProps = {
  item: ItemState
  act: Act
  now: number
  times: ItemTimes | undefined
}

function RailItem({ item, act, now, times }: RailItemProps) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const { isChair } = useRole()
  const { progress } = item
  const used =
    progress === 'current' && meeting.itemClock
      ? clockElapsed(meeting.itemClock, meeting.pausedAt ?? now)
      : item.startedAt && item.endedAt
        ? item.endedAt - item.startedAt
        : 0
  const minutes = Math.round(used / 60_000)
  const mayStart =
    isChair &&
    meeting.phase === 'in-session' &&
    (progress === 'waiting' || progress === 'skipped') &&
    !openBallot(meeting)
  const mayArrange =
    isChair && meeting.phase !== 'closed' && (progress === 'waiting' || progress === 'skipped')
  return (
    <div
      className={classNames('ag', CLASS[progress])}
      aria-current={progress === 'current' ? 'step' : undefined}
    >
      <Icon of={MARK[progress]} label={t(`agenda.${progress}`)} />
      <span className="b">{item.title}</span>
      <p>
        {progress === 'waiting' || progress === 'skipped' || progress === 'carried-over'
          ? t('console.itemPlan', { count: item.minutes })
          : t('console.itemUsed', { of: item.minutes, used: minutes })}
        {' · '}
        {item.outcome && item.outcome !== 'none'
          ? term(`outcome.${item.outcome}`)
          : item.inNotice
            ? term(`itemKind.${item.kind}`)
            : t('agenda.notInNotice')}
      </p>
      <CarriedFrom item={item} />
      {times && <TimesLine item={item} times={times} />}
      {progress === 'current' && (
        <div className={css.meta} style={{ marginTop: 6 }}>
          <div className="pg" style={{ background: 'var(--line)' }}>
            <i
              style={{
                width: `${Math.min(100, (100 * used) / (meeting.itemClock?.limitMs || 1))}%`,
              }}
            />
          </div>
        </div>
      )}
      {(mayStart || mayArrange) && (
        <div className={`${css.meta ?? ''} ${css.arrange ?? ''}`}>
          {mayStart && (
            <Button
              size="small"
              look="ghost"
              busy={act.busy === 'start-item'}
              onClick={() => void act.act({ type: 'start-item', itemId: item.id })}
            >
              {t('console.startItem')}
              <span className="vh">{item.title}</span>
            </Button>
          )}
          {mayArrange && <ItemActions item={item} act={act} />}
        </div>
      )}
    </div>
  )
}

/** When it was to begin and when it did, or why it does not. */
function TimesLine({ item, times }: { item: ItemState; times: ItemTimes }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const format = useFormat()
  const at = (ms: number) => format.time(new Date(ms))
  if (item.progress === 'skipped' || item.progress === 'carried-over') {
    return (
      <p>
        {live(`agenda.${item.progress}`)}
        {item.asideReason && ` · ${item.asideReason}`}
      </p>
    )
  }
  // Held on another day than planned, the clock says nothing.
  const drift = Math.abs(times.driftMinutes ?? 0) < HALF_A_DAY ? times.driftMinutes : null
  return (
    <p className={css.times}>
      {times.actual === null
        ? t('item.planned', { time: at(times.planned) })
        : t('item.began', { planned: at(times.planned), actual: at(times.actual) })}
      {drift !== null && drift > 0 && (
        <>
          {' '}
          <b className="t-amber nowrap">{t('item.late', { count: drift })}</b>
        </>
      )}
      {drift !== null && drift < 0 && <> {t('item.early', { count: -drift })}</>}
    </p>
  )
}

/** When it will be over if every item takes what it was given. */
function expectedEnd(meeting: MeetingState, now: number): number {
  const current = meeting.itemClock
    ? Math.max(0, clockLeft(meeting.itemClock, meeting.pausedAt, now))
    : 0
  const waiting = meeting.agenda
    .filter((item) => item.progress === 'waiting')
    .reduce((sum, item) => sum + item.minutes * 60_000, 0)
  return now + current + waiting
}

function Parked() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const { mayWrite } = useRole()
  return (
    <div className={css.parked}>
      <div className="row" style={{ minHeight: 32 }}>
        <h2>{t('parked.title')}</h2>
        <span className="muted xs hide-n">{t('parked.note')}</span>
      </div>
      <ul className="sm">
        {meeting.parked.map((point) => (
          <li key={point.pointId}>{point.text}</li>
        ))}
      </ul>
      {mayWrite && meeting.phase !== 'closed' && (
        <OneLineForm
          open={t('console.park')}
          label={t('console.park')}
          labelHidden
          maxLength={500}
          commandWith={(text) => ({ type: 'park-point', text })}
        />
      )}
    </div>
  )
}
