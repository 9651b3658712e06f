import { IconCalendarEvent, IconCalendarPlus, IconMapPin, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#app/domain/invitations/invitation.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import './invitations.css'

/** What, when, where and what about, for the person invited. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['invitations', 'terms'])
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const compound = isEnglish ? invitation.compoundEn : invitation.compound
  const role =
    invitation.role === 'delegate'
      ? t(invitation.canVote ? 'card.delegate' : 'card.noVote')
      : t('card.observer')
  return (
    <section className="card pad invc">
      <p className="sm muted">{t('card.invites', { name: invitation.name })}</p>
      <h1 className="song">
        {t('card.title', {
          compound,
          number: invitation.number ?? '',
          room: t(`terms:room.${invitation.room}`),
        })}
      </h1>
      <dl className="invc-f">
        <dt>
          <Icon of={IconCalendarEvent} />
          <span className="vh">{t('card.when')}</span>
        </dt>
        <dd>
          <b className="b">
            <time dateTime={invitation.startsAt.toISOString()}>
              {format.dayAndTime(invitation.startsAt)}
            </time>
          </b>
          <small>{t('card.length', { minutes: invitation.durationMinutes })}</small>
        </dd>
        <dt>
          <Icon of={IconMapPin} />
          <span className="vh">{t('card.where')}</span>
        </dt>
        <dd>{invitation.venue}</dd>
        {invitation.hotline && (
          <>
            <dt>
              <Icon of={IconPhone} />
              <span className="vh">{t('card.ask')}</span>
            </dt>
            <dd>
              <a className="il" href={`tel:${invitation.hotline.replace(/[^\d+]/g, '')}`}>
                {invitation.hotline}
              </a>
            </dd>
          </>
        )}
      </dl>
      <h2>{t('card.agenda')}</h2>
      <ol className="invc-a">
        {invitation.items.map((item) => (
          <li key={item.id}>
            <span>{item.title}</span>
            <small>
              {t('card.minutes', { minutes: item.minutes })} ·{' '}
              {item.kind === 'decision'
                ? t(`terms:method.${item.method}`)
                : t(`terms:itemKind.${item.kind}`)}
            </small>
          </li>
        ))}
      </ol>
      <p className="sm ink2">{role}</p>
      <CalendarLink meetingId={invitation.meetingId} />
    </section>
  )
}

/** The session as a file that a phone's own calendar opens. */
export function CalendarLink({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('invitations')
  return (
    <a className="btn line block" href={`/m/${meetingId}/calendar.ics`} download>
      <Icon of={IconCalendarPlus} />
      {t('card.calendar')}
    </a>
  )
}
