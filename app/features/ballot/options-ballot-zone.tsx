import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAwake, useMeetingId } from '#app/features/live/live-context.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import type { OptionsBallotProps } from './options-ballot.tsx'

const OptionsBallot = lazyPart(() => import('./options-ballot.tsx'), StepByStep)

/** A ballot among options: in place where a script runs, else step by step on pages of its own. */
export function OptionsBallotZone(props: OptionsBallotProps) {
  const awake = useAwake()
  if (!awake) return <StepByStep {...props} />
  return (
    <Suspense fallback={<StepByStep {...props} />}>
      <OptionsBallot key={props.ballot.ballotId} {...props} />
    </Suspense>
  )
}

function StepByStep({ ballot, head, notes }: OptionsBallotProps) {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  return (
    <>
      {head}
      {notes}
      <a className="btn primary lg block" href={`/m/${meetingId}/ballot/${ballot.ballotId}`}>
        {t('ballot.toBallot')}
      </a>
    </>
  )
}
