import { Link } from '@remix-run/react'
import { IconChevronLeft, IconChevronRight, IconLock, IconTeapot } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  addDays,
  instantAt,
  localDateOf,
  localTimeOf,
} from '#app/domain/calendar/local-date.ts'
import type { DeskView, WeekEntry } from '#app/domain/sessions/desk-view.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { IconHall } from '#app/ui/icon-hall.tsx'

const BANDS = ['morning', 'afternoon', 'evening'] as const
const TONE = { council: 't-tea', tearoom: 't-amber', talkroom: 't-zisha' } as const
const DRAWING = { council: IconHall, tearoom: IconTeapot, talkroom: IconLock } as const

/** The week in three bands, not in hours. */
export function WeekPanel({ week, today }: { week: DeskView['week']; today: string }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const days = Array.from({ length: 7 }, (_each, index) => addDays(week.monday, index))
  const noon = (day: string) => instantAt(day, '12:00')
  const isThisWeek = days.includes(today)
  return (
    <section className="panel">
      <div className="ph2">
        <h2>{t('week.title')}</h2>
        <span className="muted sm">
          {format.shortDay(noon(week.monday))} –{' '}
          {format.shortDay(noon(addDays(week.monday, 6)))}
        </span>
        <span className="more row wk-n">
          <Link
            className="btn ghost sm sq"
            to={`?week=${addDays(week.monday, -7)}`}
            preventScrollReset
          >
            <Icon of={IconChevronLeft} />
            <span className="vh">{t('week.before')}</span>
          </Link>
          {!isThisWeek && (
            <Link className="btn ghost sm" to="." preventScrollReset>
              {t('week.today')}
            </Link>
          )}
          <Link
            className="btn ghost sm sq"
            to={`?week=${addDays(week.monday, 7)}`}
            preventScrollReset
          >
            <Icon of={IconChevronRight} />
            <span className="vh">{t('week.after')}</span>
          </Link>
        </span>
      </div>
      <div className="wk" role="table" aria-label={t('week.title')}>
        <div role="row" className="wk-row">
          <span role="columnheader" className="h" />
          {days.map((day) => (
            <span
              key={day}
              role="columnheader"
              className={classNames('h', day === today && 'td')}
            >
              <b>{Number(day.slice(8))}</b>
              {day === today ? t('week.today') : format.narrowWeekday(noon(day))}
            </span>
          ))}
        </div>
        {BANDS.map((band) => (
          <div role="row" className="wk-row" key={band}>
            <span role="rowheader" className="r">
              {t(`week.${band}`)}
            </span>
            {days.map((day) => (
              <div key={day} role="cell" className={classNames('c', day === today && 'td')}>
                {week.entries
                  .filter(
                    (entry) => localDateOf(entry.startsAt) === day && bandOf(entry) === band,
                  )
                  .map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
              </div>
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function bandOf({ startsAt }: WeekEntry): (typeof BANDS)[number] {
  const time = localTimeOf(startsAt)
  return time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening'
}

function Entry({ entry }: { entry: WeekEntry }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const { id, room, status } = entry
  const running = status === 'in-session' || status === 'doors-open' || status === 'paused'
  const note =
    status === 'cancelled'
      ? t('week.cancelled')
      : status === 'closed' || status === 'minutes-confirmed' || status === 'published'
        ? t('week.over')
        : status === 'draft'
          ? `${format.time(entry.startsAt)} ${t('week.draft')}`
          : format.time(entry.startsAt)
  const name = isEnglish ? entry.compoundEn : entry.compound
  return (
    <Link
      to={status === 'draft' ? `/desk/sessions/${id}/plan/room` : `/desk/sessions/${id}`}
      className={classNames(
        'ev',
        status === 'draft' || status === 'cancelled' ? 't-stone' : TONE[room],
        running && 'now',
      )}
    >
      {room === 'talkroom' ? t('week.talk') : name}
      <small>
        <Icon of={DRAWING[room]} />
        {note}
      </small>
    </Link>
  )
}
