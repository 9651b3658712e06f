import {
  IconAlertTriangle,
  IconCalendarPlus,
  IconDeviceDesktop,
  IconDoorEnter,
  IconPlayerPlay,
  IconPrinter,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SIDES } from '#app/domain/organisation/side.ts'
import type { SessionView } from '#app/domain/sessions/session-view.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Note } from '#app/ui/note.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'
import { MeetingTag } from './meeting-tag.tsx'
import { MoveAndCancel } from './move-and-cancel.tsx'
import { InvitedList } from './invited-list.tsx'
import { LinksPanel } from './links-panel.tsx'
import { OccurrenceList } from './occurrence-list.tsx'
import { RoomPlate } from './room-plate.tsx'
import { useOrdinal } from './use-ordinal.ts'
import './sessions.css'

type Props = {
  session: SessionView
  /** What links begin with. */
  origin: string
  now: Date
  refusal: string | null
}

const RUNNING = ['doors-open', 'in-session', 'paused']

const isStillOpen = ({ status }: SessionView) =>
  status === 'notified' || RUNNING.includes(status)

/** One session after its notice: who comes, everybody's link, and the ways on from here. */
export function SessionPage({ session, origin, now, refusal }: Props) {
  const { t } = useTranslation(['sessions', 'terms'])
  const language = useLanguage()
  const ruleName = useRuleName()
  const compound = language === 'en' ? session.compoundEn : session.compound
  const title =
    session.number === null
      ? compound
      : t('session.title', { compound, number: session.number })
  // A consultation by the law alone is what a session is.
  const isConsultation = session.rule.id === 'deliberation'
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{title}</h1>
          <p>
            {t(isConsultation ? 'session.by' : 'session.ruleBy', {
              rule: ruleName(session.rule),
              chair: session.chair ?? '—',
              recorder: session.recorder ?? '—',
            })}
          </p>
        </div>
        <span className="grow" />
        <Actions session={session} />
      </header>
      {refusal !== null && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`session.refused.${refusedWords(refusal)}`)}
        </Note>
      )}
      {session.status === 'cancelled' && (
        <Note tone="jujube" icon={IconAlertTriangle}>
          {t('session.cancelled', { reason: session.cancelledReason ?? '' })}
        </Note>
      )}
      <div className="st ses-g">
        <div className="col ses-l">
          <Overview session={session} />
          <InvitedList session={session} origin={origin} />
        </div>
        <aside className="col side">
          <Answers session={session} />
          {session.occurrences.length > 0 && <OccurrenceList session={session} />}
          {session.status !== 'cancelled' && (session.may.move || session.may.cancel) && (
            <MoveAndCancel session={session} now={now} />
          )}
          {isStillOpen(session) && <LinksPanel session={session} />}
        </aside>
      </div>
    </>
  )
}

function refusedWords(code: string) {
  const known = [
    'incomplete',
    'in-the-past',
    'already-open',
    'reason-missing',
    'session-over',
    'no-such-seat',
    'no-such-occurrence',
  ] as const
  return known.find((each) => each === code) ?? 'other'
}

function Actions({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions')
  const { id, status } = session
  const before = status === 'notified'
  const live = RUNNING.includes(status)
  const over = ['closed', 'minutes-confirmed', 'published'].includes(status)
  return (
    <>
      {(before || live) && (
        <LinkButton look="line" to={`/desk/sessions/${id}/slips`} icon={IconPrinter}>
          {t('session.slips')}
        </LinkButton>
      )}
      {(before || live) && session.screenToken !== null && (
        <LinkButton
          look="line"
          to={`/meetings/${id}/screen?k=${session.screenToken}`}
          target="_blank"
          rel="noreferrer"
          icon={IconDeviceDesktop}
        >
          {t('session.screen')}
        </LinkButton>
      )}
      {(before || live) && (
        <LinkButton look="line" to={`/meetings/${id}/door`} icon={IconDoorEnter}>
          {t('session.door')}
        </LinkButton>
      )}
      {over && (
        <LinkButton look="primary" to={`/desk/sessions/${id}/minutes`}>
          {t('session.minutes')}
        </LinkButton>
      )}
      {(before || live) && session.may.openConsole && (
        <LinkButton look="primary" to={`/meetings/${id}/console`} icon={IconPlayerPlay}>
          {t(live ? 'session.console' : 'session.openDoors')}
        </LinkButton>
      )}
    </>
  )
}

function Overview({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const ordinal = useOrdinal()
  return (
    <section className="panel tn">
      <RoomPlate room={session.room} size="large" />
      <div className="grow col">
        <div className="row wrap">
          <MeetingTag status={session.status} />
          <span className="ink2">{format.day(session.startsAt)}</span>
          <a className="il end ses-ics" href={`/m/${session.id}/calendar.ics`} download>
            <Icon of={IconCalendarPlus} />
            {t('session.calendar')}
          </a>
        </div>
        <div className="row wrap ses-when">
          <b className="song">{format.time(session.startsAt)}</b>
          <span className="ink2">
            {t('session.length', { minutes: session.durationMinutes })}
            <br />
            {session.venue}
          </span>
        </div>
        <ol className="ses-ag">
          {session.items.map((item, index) => (
            <li key={item.id} className="row">
              <b className="song">{ordinal(index)}</b>
              <span className="grow">{item.title}</span>
              <span className="muted sm">
                {t('session.itemMinutes', { minutes: item.minutes })}·
                {item.kind === 'decision'
                  ? `${t(`terms:method.${item.method}`)}${
                      item.method === 'ballot' ? `·${t(`terms:secrecy.${item.secrecy}`)}` : ''
                    }`
                  : t(`terms:itemKind.${item.kind}`)}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** Who answered what, round the table. */
function Answers({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const { invited } = session
  const sides = SIDES.map((side) => {
    const ofSide = invited.filter((each) => each.side === side)
    const here = ofSide.filter((each) => each.rsvp === 'yes' || each.rsvp === 'deputy').length
    return { side, here, expected: ofSide.length }
  }).filter((each) => each.expected > 0)
  const coming = sides.reduce((sum, each) => sum + each.here, 0)
  const summary = sides
    .map((each) =>
      t('session.sideComing', {
        side: t(`terms:side.${each.side}`),
        count: each.here,
        of: each.expected,
      }),
    )
    .join(', ')
  return (
    <section className="panel pad2 plan-rt">
      <RoundTable
        size={200}
        sides={sides}
        count={`${coming}/${invited.length}`}
        caption={t('session.answeredYes')}
        summary={summary}
      />
      <ul className="ses-leg">
        {sides.map((each) => (
          <li key={each.side} className="row">
            <Monogram side={each.side} size="small" away={each.here === 0} />
            {t(`terms:side.${each.side}`)} {each.here}/{each.expected}
          </li>
        ))}
      </ul>
    </section>
  )
}
