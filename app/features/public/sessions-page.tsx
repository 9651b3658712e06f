import { Link } from '@remix-run/react'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type {
  PublicFrameView,
  PublicSession,
  PublicSessionPage,
} from '#app/domain/records/public-view.ts'
import { labelOfOutcome } from '#app/domain/records/resolution-title.ts'
import { MeetingTag } from '#app/features/sessions/meeting-tag.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { DoubleRule } from '#app/ui/double-rule.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Choices, ListHead } from './list-head.tsx'
import { Pager } from './pager.tsx'
import { sessionAnchor, usePlaceName } from './place-name.ts'
import css from './public.module.css'
import { OutcomeTag } from './resolution-rows.tsx'
import { DayBlock, endOf, SmallPlate } from './session-rows.tsx'
import { useSessionTitle } from './use-session-title.ts'

export const PUBLIC_ROOMS = ['council', 'tearoom'] as const
export type PublicRoom = (typeof PUBLIC_ROOMS)[number]

type Props = {
  frame: PublicFrameView
  room: PublicRoom | null
  coming: PublicSession[]
  past: PublicSessionPage
}

/** Sessions that come, and those that were with what came of them. */
export function SessionsPage({ frame, room, coming, past }: Props) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const name = usePlaceName()
  const { code } = frame.community
  const here = `/c/${code}/sessions`
  return (
    <main id="main" className="wrapc">
      <ListHead
        title={t('sessions.title')}
        lead={t('sessions.lead', { community: name(frame.community) })}
        aside={
          <a className="btn line" href={`/feeds/${code}.ics`}>
            <Icon of={IconCalendarPlus} />
            {t('sessions.calendar')}
          </a>
        }
      >
        <Choices
          label={t('sessions.filter')}
          items={[
            { to: here, label: t('filter.all'), current: room === null },
            ...PUBLIC_ROOMS.map((each) => ({
              to: `${here}?room=${each}`,
              label: terms(`room.${each}`),
              current: room === each,
            })),
          ]}
        />
      </ListHead>
      <div className={css.sections}>
        <DoubleRule id="coming" title={t('sessions.coming')}>
          {coming.length > 0 ? (
            <SessionCards sessions={coming} />
          ) : (
            <EmptyState title={t('empty.sessions')}>{t('empty.sessionsBody')}</EmptyState>
          )}
        </DoubleRule>
        <DoubleRule
          id="past"
          title={t('sessions.past')}
          aside={past.total > 0 && t('sessions.count', { count: past.total })}
        >
          {past.sessions.length > 0 ? (
            <SessionCards sessions={past.sessions} />
          ) : (
            <EmptyState title={t('empty.past')}>{t('empty.pastBody')}</EmptyState>
          )}
          <Pager page={past.page} pages={past.pages} />
        </DoubleRule>
      </div>
    </main>
  )
}

function SessionCards({ sessions }: { sessions: PublicSession[] }) {
  return (
    <ol className={css.cards}>
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} />
      ))}
    </ol>
  )
}

function SessionCard({ session }: { session: PublicSession }) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const format = useFormat()
  const title = useSessionTitle()
  return (
    <li id={sessionAnchor(session.id)} className={`ses-li ${css.sessionCard ?? ''}`}>
      <SmallPlate room={session.room} />
      <DayBlock at={session.startsAt} />
      <div>
        <div className={css.cardHead}>
          <h3>{title(session)}</h3>
          <MeetingTag status={session.status} />
        </div>
        <p>
          {t('session.timeAndPlace', {
            from: format.time(session.startsAt),
            to: format.time(endOf(session)),
            venue: session.venue,
          })}
        </p>
        {session.cancelledReason && (
          <p>{t('session.cancelled', { reason: session.cancelledReason })}</p>
        )}
        {session.items.length > 0 && (
          <ol className={`nl ${css.agenda ?? ''}`} aria-label={t('session.agenda')}>
            {session.items.map((item) => (
              <li key={item.title}>
                <span>
                  {item.title}{' '}
                  <small className="muted nowrap">{terms(`itemKind.${item.kind}`)}</small>
                </span>
              </li>
            ))}
          </ol>
        )}
        {session.outcomes.length > 0 && (
          <ul className={css.outcomes} aria-label={t('session.outcomes')}>
            {session.outcomes.map((each) => (
              <li key={each.id}>
                <OutcomeTag outcome={each.outcome} />
                <Link to={`/resolutions/${each.id}`} className="il">
                  {t('session.outcome', {
                    label: terms(`label.${labelOfOutcome(each.label, each.outcome)}`),
                    title: each.title,
                  })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
