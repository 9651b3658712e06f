import { IconCloudOff, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { CheckinForm } from '#app/features/checkin/checkin-form.tsx'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { isPresent } from '#app/features/live/reading.ts'
import { TroubleNote, TroubleWords } from '#app/features/live/trouble.tsx'
import { useVote, type MyVote } from '#app/features/live/use-vote.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { BallotForm } from './ballot-form.tsx'
import { BallotHead } from './ballot-head.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { TurnoutCard } from './turnout-card.tsx'
import { useMarkWords } from './use-mark-words.ts'
import { VerdictCard } from './verdict-card.tsx'
import css from './ballot.module.css'

type Props = {
  ballot: BallotState
  known: VoteReceipt | null | undefined
  /** Back to what the meeting is doing now, from a ballot that is over. */
  onLeave: () => void
}

/** One ballot on the phone of one person, from the question to the receipt or the reason why not. */
export function MyBallot({ ballot, known, onLeave }: Props) {
  const { meeting, me } = useLive()
  const vote = useVote(ballot, known)
  const [changing, setChanging] = useState(false)
  const [started, setStarted] = useState(false)
  const cast = useRef(false)
  const onRoll = me.seatId !== null && ballot.roll.includes(me.seatId)
  const { t } = useTranslation('live')

  // The room has gone on. Whoever has nothing in hand any more goes with it.
  const over = ballot.closedAt !== null
  const movedOn = over && meeting.ballot?.ballotId !== ballot.ballotId
  const nothingInHand = !vote.pending && !vote.trouble && (Boolean(vote.receipt) || !started)
  useEffect(() => {
    if ((movedOn || (over && !onRoll)) && nothingInHand) onLeave()
  })

  if (vote.pending) return <Waiting vote={vote} ballot={ballot} />
  if (ballot.voidReason !== null || over) {
    return <BallotOver ballot={ballot} vote={vote} onLeave={onLeave} />
  }
  if (vote.receipt && !changing) {
    return (
      <>
        {vote.trouble && vote.trouble.code !== 'already-voted' && (
          <TroubleNote trouble={vote.trouble} />
        )}
        <ReceiptCard ballot={ballot} receipt={vote.receipt} lands={cast.current} />
        <TurnoutCard ballot={ballot} />
        <section className="col" style={{ gap: 10, marginTop: 'auto' }}>
          <p className="cap">{t(ballot.changeable ? 'ballot.mayChange' : 'ballot.mayNot')}</p>
          {ballot.changeable && (
            <Button block onClick={() => setChanging(true)}>
              {t('ballot.change')}
            </Button>
          )}
          <Button look="soft" size="large" block onClick={onLeave}>
            {t('ballot.backToMeeting')}
          </Button>
        </section>
      </>
    )
  }
  if (!onRoll) return <OnlyWatching ballot={ballot} />
  if (!isPresent(meeting, me.seatId)) return <NotCheckedIn ballot={ballot} />
  return (
    <>
      <TroubleNote trouble={vote.trouble} />
      <BallotForm
        key={ballot.ballotId}
        ballot={ballot}
        standing={vote.receipt?.choice ?? null}
        busy={false}
        onStart={() => setStarted(true)}
        onKeep={changing ? () => setChanging(false) : undefined}
        onCast={(choice) => {
          cast.current = true
          setChanging(false)
          vote.cast(choice)
        }}
      />
    </>
  )
}

/** A vote that was confirmed and is not recorded yet, and says so. */
function Waiting({ vote, ballot }: { vote: MyVote; ballot: BallotState }) {
  const { t } = useTranslation('live')
  const words = useMarkWords()
  const { pending } = vote
  if (!pending) return null
  const choice = words(ballot.question, pending.choice)
  const asking = pending.stage === 'asking'
  return (
    <>
      <BallotHead ballot={ballot} />
      <section className="card pad col" style={{ gap: 12 }} role="status">
        <Note tone="amber" icon={IconCloudOff}>
          <b>{t(asking ? 'ballot.askAgain' : 'ballot.notYet')}</b>
          <br />
          {t(asking ? 'ballot.askAgainNote' : 'ballot.notYetNote', {
            choice,
          })}
        </Note>
        {asking && (
          <>
            <Button look="primary" size="large" block onClick={vote.again}>
              {t('ballot.sendAgain', { choice })}
            </Button>
            <Button block onClick={vote.giveUp}>
              {t('ballot.chooseAnew')}
            </Button>
          </>
        )}
      </section>
    </>
  )
}

function BallotOver({
  ballot,
  vote,
  onLeave,
}: {
  ballot: BallotState
  vote: MyVote
  onLeave: () => void
}) {
  const { t } = useTranslation('live')
  return (
    <>
      {vote.trouble && (
        <Note tone="amber" icon={IconInfoCircle} role="alert">
          <TroubleWords trouble={vote.trouble} />
        </Note>
      )}
      {ballot.voidReason !== null ? (
        <Note tone="jujube" icon={IconInfoCircle} role="status">
          <b>{t('ballot.voided')}</b>
          <br />
          {t('ballot.voidReason', { reason: ballot.voidReason })}
        </Note>
      ) : (
        <>
          {!vote.trouble && !vote.receipt && (
            <Note tone="stone" icon={IconInfoCircle} role="status">
              {t('ballot.overMeanwhile')}
            </Note>
          )}
          <VerdictCard ballot={ballot} heading="h1" />
        </>
      )}
      <Button look="soft" size="large" block onClick={onLeave}>
        {t('ballot.backToMeeting')}
      </Button>
    </>
  )
}

function OnlyWatching({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const seat = meeting.seats.find((each) => each.id === me.seatId)
  return (
    <>
      <BallotHead ballot={ballot} />
      <Note tone="stone" icon={IconInfoCircle}>
        {t(seat?.role === 'delegate' ? 'refusal.not-on-roll' : 'ballot.observer')}
      </Note>
      <TurnoutCard ballot={ballot} />
    </>
  )
}

function NotCheckedIn({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  return (
    <>
      <BallotHead ballot={ballot} />
      <section className="card" style={{ padding: '22px 20px', borderRadius: 'var(--r4)' }}>
        <h2 className="song" style={{ fontSize: '1.375rem' }}>
          {t('ballot.notCheckedIn')}
        </h2>
        <p className="ink2" style={{ marginTop: 4, marginBottom: 18 }}>
          {t('ballot.notCheckedInNote')}
        </p>
        <CheckinForm meetingId={meetingId} />
      </section>
      <p className={`sm ink2 ${css.hint ?? ''}`}>{t('checkin.help')}</p>
    </>
  )
}
