import { lazy, Suspense, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { useAwake, useMeetingId } from '#app/features/live/live-context.tsx'

const OptionsBallot = lazy(() => import('./options-ballot.tsx'))

/** A ballot among options: in place where a script runs, else step by step on pages of its own. */
export function OptionsBallotZone(props: ComponentProps<typeof OptionsBallot>) {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  const awake = useAwake()
  const { ballot, head, notes } = props
  const link = (
    <>
      {head}
      {notes}
      <a className="btn primary lg block" href={`/m/${meetingId}/ballot/${ballot.ballotId}`}>
        {t('ballot.toBallot')}
      </a>
    </>
  )
  if (!awake) return link
  return (
    <Suspense fallback={link}>
      <OptionsBallot key={ballot.ballotId} {...props} />
    </Suspense>
  )
}
