import { IconCalendarEvent, IconCircleCheck, IconMapPin } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { CheckinForm } from '#app/features/checkin/checkin-form.tsx'
import { BodyLine } from '#app/features/live/body-line.tsx'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { isPresent, seatOf } from '#app/features/live/reading.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { AgendaList } from './agenda-list.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { RemoteZone } from './remote-zone.tsx'
import { PresenceCard } from './presence-card.tsx'

/** Before it opens: when, where, what about; once the doors are open, check in and see who is here. */
export function BeforePage({ elder, invitation }: { elder: boolean; invitation?: ReactNode }) {
  const { t } = useTranslation('live')
  const format = useFormat()
  const meetingId = useMeetingId()
  const { meeting, me } = useLive()
  const title = useMeetingTitle(meeting)
  const doors = meeting.phase === 'doors-open'
  const here = isPresent(meeting, me.seatId)
  const seat = seatOf(meeting, me.seatId)
  const startsAt = new Date(meeting.startsAt)
  return (
    <PhoneFrame elderTitle={elder ? t(doors ? 'elder.checkin' : 'elder.invited') : undefined}>
      <section>
        {seat && <p className="ink2">{t('before.hello', { name: seat.name })}</p>}
        <h1 className="ph-t">{title}</h1>
        <BodyLine className="sm muted" />
        <p className="row" style={{ gap: 8, marginTop: 8 }}>
          <Icon of={IconCalendarEvent} />
          <span className="b">{format.dayAndTime(startsAt)}</span>
        </p>
        <p className="row ink2" style={{ gap: 8 }}>
          <Icon of={IconMapPin} />
          <span>{meeting.venue}</span>
        </p>
        {!doors && (
          <a
            className="il"
            style={{ marginLeft: 0, paddingLeft: 0 }}
            href={`/m/${meetingId}/calendar.ics`}
          >
            {t('before.calendar')}
          </a>
        )}
      </section>
      {doors && here && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          <b>{t('checkin.here')}</b>
          <br />
          {t('checkin.hereNote')}
        </Note>
      )}
      {doors && !here && me.seatId && (
        <section className="card pad">
          <h2 className="song" style={{ fontSize: '1.375rem', marginBottom: 12 }}>
            {t('checkin.now')}
          </h2>
          <CheckinForm meetingId={meetingId} />
          <RemoteZone />
        </section>
      )}
      {doors && <PresenceCard />}
      {!doors && invitation}
      <section className="card pad">
        <h2 style={{ fontSize: '1.0625rem' }}>{t('agenda.title')}</h2>
        <AgendaList />
      </section>
    </PhoneFrame>
  )
}
