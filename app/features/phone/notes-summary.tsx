import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAwake, useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import { Button } from '#app/ui/button.tsx'
import { forgetMyNotes, useMyNote } from './my-notes.ts'

/** All that I wrote at this meeting, and the means to take it off the phone. */
export function NotesSummary() {
  const { t } = useTranslation('phone')
  const { t: live } = useTranslation('live')
  const awake = useAwake()
  const meetingId = useMeetingId()
  const { meeting, me } = useLive()
  const [asking, setAsking] = useState(false)
  // Counted up to read the notes again after they were taken away.
  const [reading, setReading] = useState(0)
  if (!awake) return null
  return (
    <section className="card pad">
      <h2 style={{ fontSize: '1.0625rem' }}>{t('notes.title')}</h2>
      <p className="sm muted">{t('notes.where')}</p>
      <dl key={reading}>
        {meeting.agenda.map((item) => (
          <NoteOf key={item.id} item={item} />
        ))}
      </dl>
      <div className="row wrap" style={{ marginTop: 12 }}>
        {asking ? (
          <>
            <Button
              look="stop"
              onClick={() => {
                forgetMyNotes(meetingId, me.seatId)
                setReading(reading + 1)
                setAsking(false)
              }}
            >
              {t('notes.forgetNow')}
            </Button>
            <Button onClick={() => setAsking(false)}>{live('cancel')}</Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('notes.forget')}</Button>
        )}
      </div>
    </section>
  )
}

function NoteOf({ item }: { item: ItemState }) {
  const { text } = useMyNote(item.id)
  if (!text) return null
  return (
    <>
      <dt className="b" style={{ marginTop: 12 }}>
        {item.title}
      </dt>
      <dd style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</dd>
    </>
  )
}
