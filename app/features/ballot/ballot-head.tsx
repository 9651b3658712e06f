import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { useMeetingId } from '#app/features/live/live-context.tsx'

/** What is being voted on. */
export function BallotHead({ ballot, done }: { ballot: BallotState; done?: boolean }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const meetingId = useMeetingId()
  return (
    <section>
      <p className="sm b" style={{ color: 'var(--tea-t)' }}>
        {t(done ? 'ballot.kickDone' : 'ballot.kick', {
          secrecy: term(`secrecy.${ballot.secrecy}`),
        })}
      </p>
      <h1 className="ph-t" style={{ marginTop: 2 }}>
        {ballot.title}
      </h1>
      <p className="sm ink2" style={{ marginTop: 8 }}>
        <Link
          to={`/m/${meetingId}/papers`}
          className="il"
          style={{ marginLeft: 0, paddingLeft: 0 }}
        >
          {t('ballot.fullText')}
        </Link>
      </p>
    </section>
  )
}
