import type { ReactNode } from 'react'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { useSearchParams } from '@remix-run/react'
import { useLive } from '#app/features/live/live-context.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import { isRefusalCode } from '#app/features/live/refusal-words.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { AfterPage } from './after-page.tsx'
import { BeforePage } from './before-page.tsx'
import { ElderSession } from './elder-session.tsx'
import { SessionPage } from './session-page.tsx'
import { usePartsAtHand } from './use-parts-at-hand.ts'

type Props = {
  elder: boolean
  vote: VoteReceipt | null
  /** Why a form that was sent without a script came to nothing. */
  said: string | null
  /** Before the meeting: yes, no, or somebody comes instead. */
  invitation?: ReactNode
  /** After it: what has been published. */
  more?: ReactNode
}

/** The page of one meeting: what there is to do now, whatever now is. */
export function PhoneIndex({ elder, vote, said, invitation, more }: Props) {
  const { meeting } = useLive()
  usePartsAtHand()
  return (
    <>
      <ReloadWithoutScript vote={vote} />
      {said !== null && isRefusalCode(said) && (
        <noscript>
          <TroubleNote trouble={{ code: said }} />
        </noscript>
      )}
      {meeting.phase === 'closed' ? (
        <AfterPage elder={elder} more={more} />
      ) : meeting.phase === 'notified' || meeting.phase === 'doors-open' ? (
        <BeforePage elder={elder} invitation={invitation} />
      ) : elder ? (
        <ElderSession vote={vote} />
      ) : (
        <SessionPage vote={vote} />
      )}
    </>
  )
}

/** Without a script the page asks again by itself, but never while there is something to fill in. */
function ReloadWithoutScript({ vote }: { vote: VoteReceipt | null }) {
  const { meeting } = useLive()
  const [search] = useSearchParams()
  const toFillIn =
    search.has('object') ||
    meeting.phase === 'notified' ||
    meeting.phase === 'doors-open' ||
    (openBallot(meeting) !== null && vote === null)
  if (toFillIn || meeting.phase === 'closed') return null
  return (
    <noscript>
      <meta httpEquiv="refresh" content="20" />
    </noscript>
  )
}
