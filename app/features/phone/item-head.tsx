import { Link } from '@remix-run/react'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import { useLive, useMeetingId, useServerNow } from '#app/features/live/live-context.tsx'
import { Phrases } from '#app/features/live/phrases.tsx'
import { currentItem, itemNumber } from '#app/features/live/reading.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import { Ring } from '#app/ui/ring.tsx'
import css from './phone.module.css'

/** Which item of how many, as words and as a row of dashes. */
export function AgendaSteps() {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { meeting, offline, heardAt } = useLive()
  const title = useMeetingTitle(meeting)
  const number = itemNumber(meeting)
  const words = number
    ? t('item.position', { n: number, of: meeting.agenda.length })
    : t('item.count', { count: meeting.agenda.length })
  return (
    <div>
      <div className="row sm muted" style={{ marginBottom: 7 }}>
        <span className="nowrap">{words}</span>
        <span className="end" style={{ textAlign: 'right' }}>
          {offline ? t('connection.asOf', { time: format.time(new Date(heardAt)) }) : title}
        </span>
      </div>
      <div className="steps" role="img" aria-label={words}>
        {meeting.agenda.map((item) => (
          <i key={item.id} className={STEP_CLASS[item.progress]} />
        ))}
      </div>
    </div>
  )
}

const STEP_CLASS = {
  done: 'd',
  current: 'n',
  waiting: undefined,
  skipped: 'd',
  'carried-over': 'd',
} as const

/** The current item: what it is, and how much of its time is left. */
export function ItemHead() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const meetingId = useMeetingId()
  const { meeting } = useLive()
  const item = currentItem(meeting)
  if (!item) return null
  const stage = meeting.consensus
    ? t('item.stage.consensus')
    : meeting.phase === 'paused'
      ? t('item.stage.paused')
      : t('item.stage.turns')
  return (
    <section className="row top" style={{ gap: 14 }}>
      <div className="grow">
        <p className="sm b" style={{ color: 'var(--tea-t)' }}>
          {t('item.kick', { kind: term(`itemKind.${item.kind}`), stage })}
        </p>
        <h1 className={classNames('ph-t', css.phrases)}>
          <Phrases text={item.title} />
        </h1>
        {item.proposal && (
          <Link
            className="row sm b"
            style={{ color: 'var(--tea-t)', minHeight: 44, gap: 4 }}
            to={`/m/${meetingId}/papers#${item.id}`}
          >
            {t('item.proposalLink')}
            <Icon of={IconChevronRight} />
          </Link>
        )}
      </div>
      <ItemRing />
    </section>
  )
}

function ItemRing() {
  const { t } = useTranslation('live')
  const { meeting, offline } = useLive()
  const now = useServerNow()
  const clock = meeting.itemClock
  if (!clock) return null
  const left = clockLeft(clock, meeting.pausedAt, now)
  const { part, text, over } = readRing(left, clock.limitMs)
  return (
    <Ring part={part} size={92} thickness={7} warn={left <= 60_000} stale={offline}>
      <b className={classNames(offline && 'stale')} style={{ fontSize: 20 }}>
        {text}
      </b>
      <br />
      <span style={{ fontSize: 13, color: 'var(--ink-3)' }}>
        {t(over ? 'item.over' : 'item.left')}
      </span>
    </Ring>
  )
}
