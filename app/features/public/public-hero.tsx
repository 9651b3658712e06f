import { IconCalendar, IconDoorEnter, IconPointFilled, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { daysBetween, localDateOf, localTimeOf } from '#app/domain/calendar/local-date.ts'
import type { PublicFrameView, PublicSession } from '#app/domain/records/public-view.ts'
import { useOrdinal } from '#app/features/sessions/use-ordinal.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Plate } from '#app/ui/plate.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TeaHills } from '#app/ui/tea-hills.tsx'
import { sessionAnchor, usePlaceName } from './place-name.ts'
import css from './public.module.css'
import { useSessionTitle } from './use-session-title.ts'

const MINUTE_MS = 60_000

/** The session that comes next, or runs now, beside the door it is held behind. */
export function PublicHero({
  frame,
  session,
  now,
}: {
  frame: PublicFrameView
  session: PublicSession
  now: Date
}) {
  const { t } = useTranslation('public')
  const format = useFormat()
  const title = useSessionTitle()(session)
  const ordinal = useOrdinal()
  const open = session.status !== 'notified'
  const left = useLeft(session.startsAt, now)
  return (
    <section className={`hero ${css.hero ?? ''}`} aria-labelledby="next">
      <TeaHills />
      <div className="wrapc in">
        <DoorPlate room={session.room} />
        <div className={css.heroText}>
          <div className="row">
            <WhenTag session={session} now={now} />
            {!open && left !== null && <span className="ink2">{left}</span>}
          </div>
          <div className="when">
            <b>{format.time(session.startsAt)}</b>
            <span>
              {format.day(session.startsAt)}
              <br />
              {session.venue}
            </span>
          </div>
          <h1 id="next">{title}</h1>
          {session.items.length > 0 && (
            <ol>
              {session.items.map((item, index) => (
                <li key={item.title} data-n={ordinal(index)}>
                  {item.title}
                </li>
              ))}
            </ol>
          )}
          <div className="row">
            <LinkButton
              look="primary"
              size="large"
              icon={open ? IconDoorEnter : IconUsers}
              to={open ? '/code' : '/how'}
            >
              {t(open ? 'hero.enter' : 'hero.join')}
            </LinkButton>
            <LinkButton
              look="line"
              size="large"
              to={`/c/${frame.community.code}/sessions#${sessionAnchor(session.id)}`}
            >
              {t('hero.agenda')}
            </LinkButton>
          </div>
          <p className={`sm ink2 ${css.heroNote ?? ''}`}>
            {t(session.room === 'tearoom' ? 'hero.noteTea' : 'hero.note')}
          </p>
        </div>
      </div>
    </section>
  )
}

/** The same place when nothing is planned: whose door it is, and what happens behind it. */
export function QuietHero({ frame }: { frame: PublicFrameView }) {
  const { t } = useTranslation('public')
  const name = usePlaceName()
  return (
    <section className={`hero ${css.hero ?? ''}`} aria-labelledby="next">
      <TeaHills />
      <div className="wrapc in">
        <DoorPlate room="council" />
        <div className={css.heroText}>
          <h1 id="next">{t('hero.quietTitle', { community: name(frame.community) })}</h1>
          <p className={css.quiet}>{t('hero.quiet')}</p>
          <div className="row">
            <LinkButton look="primary" size="large" icon={IconUsers} to="/how">
              {t('hero.how')}
            </LinkButton>
            <LinkButton look="line" size="large" to={`/c/${frame.community.code}/sessions`}>
              {t('hero.past')}
            </LinkButton>
          </div>
        </div>
      </div>
    </section>
  )
}

function DoorPlate({ room }: { room: PublicSession['room'] }) {
  const { t } = useTranslation('terms')
  if (useLanguage() === 'en') return null
  const name = t(`room.${room}`)
  const digits = /^\d+/.exec(name)?.[0]
  return (
    <Plate
      room={room === 'tearoom' ? 'tea' : 'hall'}
      size="huge"
      {...(digits === undefined ? {} : { digits })}
    >
      {name.slice(digits?.length ?? 0)}
    </Plate>
  )
}

function WhenTag({ session, now }: { session: PublicSession; now: Date }) {
  const { t } = useTranslation('public')
  if (session.status === 'doors-open') {
    return (
      <Tag tone="teal" icon={IconDoorEnter} large solid>
        {t('hero.doorsOpen')}
      </Tag>
    )
  }
  if (session.status !== 'notified') {
    return (
      <Tag tone="tea" icon={IconPointFilled} large solid>
        {t(session.status === 'paused' ? 'hero.paused' : 'hero.running')}
      </Tag>
    )
  }
  const days = daysBetween(localDateOf(now), localDateOf(session.startsAt))
  const evening = localTimeOf(session.startsAt) >= '17:00'
  return (
    <Tag tone="tea" icon={IconCalendar} large solid={days <= 0}>
      {days <= 0
        ? t(evening ? 'hero.tonight' : 'hero.today')
        : days === 1
          ? t('hero.tomorrow')
          : t('hero.inDays', { count: days })}
    </Tag>
  )
}

/** How long it still is, in hours and minutes while it is today. */
function useLeft(startsAt: Date, now: Date): string | null {
  const { t } = useTranslation('public')
  const minutes = Math.ceil((startsAt.getTime() - now.getTime()) / MINUTE_MS)
  if (minutes <= 0) return t('hero.soon')
  if (minutes >= 24 * 60) return null
  const hours = Math.floor(minutes / 60)
  return hours === 0
    ? t('hero.leftMinutes', { count: minutes })
    : t('hero.leftHours', { hours, minutes: minutes % 60 })
}
