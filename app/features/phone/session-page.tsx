import { IconCircleX, IconInbox, IconPlayerPause } from '@tabler/icons-react'
import { useSearchParams } from '@remix-run/react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { MyBallot } from '#app/features/ballot/my-ballot.tsx'
import { VerdictCard } from '#app/features/ballot/verdict-card.tsx'
import { CheckinForm } from '#app/features/checkin/checkin-form.tsx'
import { useLive, useMeetingId, useServerNow } from '#app/features/live/live-context.tsx'
import {
  currentItem,
  isPresent,
  justStopped,
  nextItem,
  openBallot,
} from '#app/features/live/reading.ts'
import { useAct } from '#app/features/live/use-act.ts'
import { useHand } from '#app/features/live/use-hand.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { Note } from '#app/ui/note.tsx'
import { ChairWords } from './chair-words.tsx'
import { ConsensusCard, ConsensusZone, ObjectionForm } from './consensus-zone.tsx'
import { DecisionList } from './decision-list.tsx'
import { HandZone } from './hand-zone.tsx'
import { AgendaSteps, ItemHead } from './item-head.tsx'
import { LastCall } from './last-call.tsx'
import { MotionCard } from './motion-card.tsx'
import { NoteCard } from './note-card.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { PresenceCard } from './presence-card.tsx'
import { RemoteZone } from './remote-zone.tsx'
import { QueueList } from './queue-list.tsx'
import { TemperatureCard } from './temperature-card.tsx'
import { SheetOnItsWay } from './sheet-on-its-way.tsx'
import { SpeakerCard } from './speaker-card.tsx'
import { useMyTurnSignal } from './use-my-turn.ts'
import { WriteMotion } from './write-motion.tsx'

const ObjectionSheet = lazyPart(() => import('./objection-sheet.tsx'), SheetOnItsWay)

/** A running meeting on a phone: a ballot while one is open, else the current item. */
export function SessionPage({
  vote,
}: {
  /** What the server knew of my vote. */
  vote: VoteReceipt | null
}) {
  const { meeting } = useLive()
  const open = openBallot(meeting)
  // A ballot that somebody has in hand stays until they leave it, also when it is over.
  const [held, setHeld] = useState<BallotState | null>(open)
  const [left, setLeft] = useState<string | null>(null)
  // What somebody is writing stays before them: the ballot waits until they close it.
  const [writing, setWriting] = useState(false)
  const isNew = open && open.ballotId !== held?.ballotId && open.ballotId !== left
  if (isNew && !writing) setHeld(open)
  if (!held) {
    return <ItemPage voting={open} onVote={() => setLeft(null)} onWriting={setWriting} />
  }
  const shown = findBallot(meeting, held.ballotId) ?? held
  return (
    <PhoneFrame alone>
      <MyBallot
        key={shown.ballotId}
        ballot={shown}
        known={vote?.ballotId === shown.ballotId ? vote : undefined}
        onLeave={() => {
          setLeft(shown.ballotId)
          setHeld(null)
        }}
      />
    </PhoneFrame>
  )
}

function ItemPage({
  voting,
  onVote,
  onWriting,
}: {
  voting: BallotState | null
  onVote: () => void
  /** A sheet was opened to write in, or closed. */
  onWriting: (writing: boolean) => void
}) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const meetingId = useMeetingId()
  const { t: phone } = useTranslation('phone')
  const format = useFormat()
  const [search] = useSearchParams()
  const hand = useHand()
  const act = useAct()
  // null until it is opened for the first time: most people never do.
  const [objecting, setObjecting] = useState<boolean | null>(null)
  const object = (writing: boolean) => {
    setObjecting(writing)
    onWriting(writing)
  }
  const stopped = justStopped(meeting, useServerNow(10_000))
  useMyTurnSignal(
    me.seatId !== null && meeting.floor?.seatId === me.seatId,
    me.seatId !== null && stopped?.seatId === me.seatId,
  )
  const item = currentItem(meeting)
  const next = nextItem(meeting)
  const here = isPresent(meeting, me.seatId)
  const counted =
    meeting.ballot?.verdict && meeting.ballot.voidReason === null ? meeting.ballot : null

  const last = meeting.pastBallots.findLast((each) => each.itemId === item?.id)
  const voided = !counted && !voting && last?.voidReason ? last : null

  const action =
    !me.seatId || !here || meeting.phase === 'paused' ? null : meeting.consensus ? (
      <ConsensusZone act={act} onObject={() => object(true)} />
    ) : item ? (
      <HandZone hand={hand} act={act} />
    ) : null

  return (
    <PhoneFrame action={action} kept={hand.pending ? 'hand' : undefined}>
      <AgendaSteps />
      {voting && (
        <Note tone="tea" icon={IconInbox} role="status">
          <b>{t('ballot.stillOpen')}</b> {voting.title}
          <br />
          <Button look="soft" onClick={onVote}>
            {t('ballot.toBallot')}
          </Button>
        </Note>
      )}
      <ChairWords />
      {search.has('object') && meeting.consensus && <ObjectionForm />}
      {meeting.phase === 'paused' && (
        <Note tone="amber" icon={IconPlayerPause} role="status">
          <b>{t(meeting.adjournedAt === null ? 'paused.title' : 'paused.brokenOff')}</b>
          <br />
          {meeting.pauseReason ?? t('paused.note')}{' '}
          {meeting.pauseUntil !== null &&
            phone('break.until', { time: format.time(new Date(meeting.pauseUntil)) })}
        </Note>
      )}
      {me.seatId && !here && (
        <section className="card pad">
          <h2 className="song" style={{ fontSize: '1.375rem', marginBottom: 12 }}>
            {t('checkin.notYet')}
          </h2>
          <CheckinForm meetingId={meetingId} />
          <RemoteZone />
        </section>
      )}
      {meeting.consensus ? (
        <>
          <ConsensusCard />
          <TemperatureCard />
        </>
      ) : item ? (
        <>
          <ItemHead />
          {voided && (
            <Note tone="jujube" icon={IconCircleX} role="status">
              <b>{t('ballot.voided')}</b>
              <br />
              {t('ballot.voidReason', { reason: voided.voidReason })}
            </Note>
          )}
          <LastCall />
          <TemperatureCard />
          <MotionCard act={act} />
          {counted && <VerdictCard ballot={counted} />}
          <DecisionList itemId={item.id} tasksOnly={counted !== null} />
          <SpeakerCard />
          <QueueList />
          <NoteCard key={item.id} itemId={item.id} />
        </>
      ) : (
        <>
          <section className="card pad">
            <h1 className="ph-t">{next ? t('between.next') : t('between.done')}</h1>
            {next && <p style={{ fontSize: '1.1875rem', marginTop: 6 }}>{next.title}</p>}
          </section>
          <TemperatureCard />
          <DecisionList />
          <PresenceCard />
        </>
      )}
      <WriteMotion onWriting={onWriting} />
      {objecting !== null && (
        <Suspense>
          <ObjectionSheet act={act} open={objecting} onClose={() => object(false)} />
        </Suspense>
      )}
    </PhoneFrame>
  )
}
