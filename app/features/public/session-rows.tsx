import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PublicSession } from '#app/domain/records/public-view.ts'
import { RoomPlate } from '#app/features/sessions/room-plate.tsx'
import { isoDay } from '#app/i18n/format.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Plate } from '#app/ui/plate.tsx'
import { sessionAnchor } from './place-name.ts'
import css from './public.module.css'
import { useSessionTitle } from './use-session-title.ts'

/** Coming sessions in a column: whose door, which day, what about. */
export function SessionRows({ code, sessions }: { code: string; sessions: PublicSession[] }) {
  const { t } = useTranslation('public')
  const format = useFormat()
  const title = useSessionTitle()
  return (
    <div className={css.rows}>
      {sessions.map((session) => (
        <Link
          key={session.id}
          className={`ses-li ${css.session ?? ''}`}
          to={`/c/${code}/sessions#${sessionAnchor(session.id)}`}
        >
          <SmallPlate room={session.room} />
          <DayBlock at={session.startsAt} />
          <div>
            <h3>{session.items[0]?.title ?? title(session)}</h3>
            <p>
              {t('session.timeAndPlace', {
                from: format.time(session.startsAt),
                to: format.time(endOf(session)),
                venue: session.venue,
              })}
            </p>
          </div>
        </Link>
      ))}
    </div>
  )
}

export function endOf({ startsAt, durationMinutes }: PublicSession): Date {
  return new Date(startsAt.getTime() + durationMinutes * 60_000)
}

type MonthNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** 26 over 11月 周四. */
export function DayBlock({ at }: { at: Date }) {
  const { t } = useTranslation('public')
  const format = useFormat()
  const iso = isoDay(at)
  const [, month, day] = iso.split('-')
  return (
    <time className="d" dateTime={iso}>
      <b>{Number(day)}</b>
      <span>
        {t('session.monthAndDay', {
          month: t(`session.month.${Number(month) as MonthNumber}`),
          weekday: format.weekday(at),
        })}
      </span>
    </time>
  )
}

/** Small and standing in Chinese; English lies down, where a list has no width for it. */
export function SmallPlate({ room }: { room: PublicSession['room'] }) {
  const { t } = useTranslation('terms')
  if (useLanguage() === 'en') return <RoomPlate room={room} />
  const name = t(`room.${room}`)
  const digits = /^\d+/.exec(name)?.[0]
  return (
    <Plate
      room={room === 'tearoom' ? 'tea' : 'hall'}
      size="small"
      {...(digits === undefined ? {} : { digits })}
    >
      {name.slice(digits?.length ?? 0)}
    </Plate>
  )
}
