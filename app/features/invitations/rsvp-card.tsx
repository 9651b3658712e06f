import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation, Rsvp } from '#app/domain/invitations/invitation.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import './invitations.css'

type Props = {
  invitation: Pick<
    Invitation,
    | 'meetingId'
    | 'status'
    | 'rsvp'
    | 'rsvpNote'
    | 'deputyName'
    | 'mayDepute'
    | 'cancelledReason'
  >
  /** What `?answer=` says after the form was sent: `kept`, or why it was not. */
  answer: string | null
}

const ANSWERS = ['yes', 'no', 'deputy'] as const
const REFUSED = [
  'incomplete',
  'deputy-missing',
  'in-person-only',
  'too-late',
  'cancelled',
] as const

/** Yes, no, or somebody comes in my place. A plain form: it works before any script has run. */
export function RsvpCard({ invitation, answer }: Props) {
  const { t } = useTranslation('invitations')
  const [rsvp, setRsvp] = useState<Rsvp | null>(invitation.rsvp)
  const answers = ANSWERS.filter((each) => each !== 'deputy' || invitation.mayDepute)
  const refused = REFUSED.find((each) => each === answer)
  if (invitation.status !== 'notified') {
    return invitation.status === 'cancelled' ? (
      <Note tone="jujube" icon={IconAlertTriangle}>
        {t('cancelled', { reason: invitation.cancelledReason ?? '' })}
      </Note>
    ) : null
  }
  return (
    <section className="card pad rsvp" id="answer">
      <h2>{t('rsvp.title')}</h2>
      {refused && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`rsvp.refused.${refused}`)}
        </Note>
      )}
      {!refused && invitation.rsvp !== null && (
        <Note
          tone="tea"
          icon={IconCircleCheck}
          {...(answer === 'kept' ? { role: 'status' as const } : {})}
        >
          {t(`rsvp.kept.${invitation.rsvp}`, { name: invitation.deputyName ?? '' })}
        </Note>
      )}
      <form method="post" action={`/m/${invitation.meetingId}/rsvp`}>
        <div className="rsvp-c" role="radiogroup" aria-label={t('rsvp.title')}>
          {answers.map((each) => (
            <label key={each} className="rsvp-o">
              <input
                type="radio"
                name="rsvp"
                value={each}
                className="ck r"
                checked={rsvp === each}
                onChange={() => setRsvp(each)}
                required
              />
              <span>{t(`rsvp.${each}`)}</span>
            </label>
          ))}
        </div>
        {invitation.mayDepute ? (
          <div className={rsvp === 'deputy' ? 'rsvp-d on' : 'rsvp-d'}>
            <TextField
              name="deputyName"
              label={t('rsvp.deputyName')}
              defaultValue={invitation.deputyName ?? ''}
              maxLength={40}
              autoComplete="off"
            />
          </div>
        ) : (
          <p className="sm muted">{t('rsvp.refused.in-person-only')}</p>
        )}
        <TextField
          name="note"
          label={t('rsvp.note')}
          optional={t('rsvp.optional')}
          defaultValue={invitation.rsvpNote ?? ''}
          maxLength={200}
          autoComplete="off"
        />
        <Button look="primary" size="large" block type="submit">
          {t(invitation.rsvp === null ? 'rsvp.send' : 'rsvp.change')}
        </Button>
      </form>
    </section>
  )
}
