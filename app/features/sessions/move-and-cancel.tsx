import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { localDateOf, localTimeOf } from '#app/domain/calendar/local-date.ts'
import type { SessionView } from '#app/domain/sessions/session-view.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'

/** Another time, another place, or not at all: this one session, with the reason everybody reads. */
export function MoveAndCancel({ session, now }: { session: SessionView; now: Date }) {
  const { t } = useTranslation('sessions')
  const canMove = session.may.move && session.status === 'notified'
  const canCancel =
    session.may.cancel && (session.status === 'notified' || session.status === 'doors-open')
  if (!canMove && !canCancel) return null
  return (
    <section className="panel pad2 ses-mv">
      <h2 className="song plan-h2">{t('change.title')}</h2>
      <p className="sm muted">
        {session.repeats === 'once' ? t('change.tells') : t('change.onlyThis')}
      </p>
      {canMove && (
        <details>
          <summary>{t('change.move')}</summary>
          <Form method="post" className="col">
            <input type="hidden" name="intent" value="move" />
            <TextField
              type="date"
              name="date"
              label={t('time.date')}
              defaultValue={localDateOf(session.startsAt)}
              min={localDateOf(now)}
              required
            />
            <TextField
              type="time"
              name="time"
              label={t('time.time')}
              defaultValue={localTimeOf(session.startsAt)}
              required
            />
            <TextField
              name="venue"
              label={t('room.venue')}
              defaultValue={session.venue}
              maxLength={80}
            />
            <TextAreaField
              name="reason"
              label={t('change.reason')}
              rows={2}
              maxLength={200}
              required
            />
            <Button look="line" type="submit" block>
              {t('change.doMove')}
            </Button>
          </Form>
        </details>
      )}
      {canCancel && (
        <details>
          <summary>{t('change.cancel')}</summary>
          <Form method="post" className="col">
            <input type="hidden" name="intent" value="cancel" />
            <TextAreaField
              name="reason"
              label={t('change.reason')}
              rows={2}
              maxLength={200}
              required
            />
            <Button look="stop" type="submit" block>
              {t('change.doCancel')}
            </Button>
          </Form>
        </details>
      )}
    </section>
  )
}
