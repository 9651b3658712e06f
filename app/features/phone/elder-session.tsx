import { IconHandStop, IconMessageReply, IconMicrophone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { DISSENT_KINDS, type Stance } from '#app/domain/meetings/meeting.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { ElderBallot, ElderHelp } from '#app/features/ballot/elder-ballot.tsx'
import { VerdictCard } from '#app/features/ballot/verdict-card.tsx'
import { CheckinForm } from '#app/features/checkin/checkin-form.tsx'
import { useLive, useMeetingId, useServerNow } from '#app/features/live/live-context.tsx'
import {
  currentItem,
  isPresent,
  justStopped,
  nextItem,
  openBallot,
  placeInQueue,
  publicNameOf,
  seatOf,
} from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { STANCE_MARK } from '#app/features/live/tones.ts'
import { useAct } from '#app/features/live/use-act.ts'
import { useHand } from '#app/features/live/use-hand.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { ActForm } from './act-form.tsx'
import { ChairWords } from './chair-words.tsx'
import { LastCall } from './last-call.tsx'
import { MotionCard } from './motion-card.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { RemoteZone } from './remote-zone.tsx'
import { StoppedLine } from './stopped-line.tsx'
import { TemperatureCard } from './temperature-card.tsx'
import { TurnNote } from './turn-note.tsx'
import { useMyTurnSignal } from './use-my-turn.ts'

/** The meeting in large letters, one thing at a time. */
export function ElderSession({ vote }: { vote: VoteReceipt | null }) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const open = openBallot(meeting)
  const mine =
    open && me.seatId && open.roll.includes(me.seatId) && isPresent(meeting, me.seatId)
  const [held, setHeld] = useState<BallotState | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  if (mine && open.ballotId !== held?.ballotId && open.ballotId !== left) setHeld(open)
  if (!held) return <ElderItem />
  const done = () => {
    setLeft(held.ballotId)
    setHeld(null)
  }
  const over = open?.ballotId !== held.ballotId
  const shown = over ? { ...held, closedAt: held.closedAt ?? held.openedAt } : held
  return (
    <PhoneFrame alone elderTitle={t('elder.vote')}>
      {over && (
        <button type="button" className="btn soft" onClick={done}>
          {t(meeting.ballot?.verdict ? 'elder.result' : 'elder.movedOn')}
        </button>
      )}
      <ElderBallot
        key={held.ballotId}
        ballot={shown}
        known={vote?.ballotId === held.ballotId ? vote : undefined}
        onDone={done}
      />
    </PhoneFrame>
  )
}

function ElderItem() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: phone } = useTranslation('phone')
  const language = useLanguage()
  const meetingId = useMeetingId()
  const { meeting, me } = useLive()
  const title = useMeetingTitle(meeting)
  const now = useServerNow(10_000)
  const hand = useHand()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const item = currentItem(meeting)
  const speaker = seatOf(meeting, meeting.floor?.seatId ?? null)
  const myTurn = speaker !== null && speaker.id === me.seatId
  const stopped = seatOf(meeting, justStopped(meeting, now)?.seatId ?? null)
  useMyTurnSignal(myTurn, stopped !== null && stopped.id === me.seatId)
  const here = isPresent(meeting, me.seatId)
  const { seatId } = me
  const running = meeting.phase === 'in-session'
  const mayAsk = running && seatId !== null && here && item !== null && !hand.pending && !asking
  const named = seatId !== null && meeting.rules.rightOfReply && meeting.named.includes(seatId)
  const place = placeInQueue(meeting, seatId, now)
  const next = nextItem(meeting)

  return (
    <PhoneFrame
      alone={asking}
      elderTitle={t(asking ? 'elder.speak' : 'elder.inSession')}
      kept={hand.pending ? 'hand' : undefined}
      action={
        <section className="foot2" aria-label={t('hand.label')}>
          {seatId && here && myTurn && (
            <ActForm
              command={{ type: 'take-floor', end: 'finished' }}
              onAct={(it) => void act.act(it)}
            >
              <Button look="primary" block type="submit" busy={act.busy === 'take-floor'}>
                {t('hand.finished')}
              </Button>
            </ActForm>
          )}
          {seatId && here && place && (
            <ActForm
              command={{ type: 'withdraw-hand', seatId }}
              onAct={(it) => void act.act(it)}
            >
              <Button block type="submit" busy={act.busy === 'withdraw-hand'}>
                {t('elder.withdraw')}
              </Button>
            </ActForm>
          )}
          {mayAsk && !place && !myTurn && (
            <Button
              look="primary"
              icon={named ? IconMessageReply : IconHandStop}
              style={{ minHeight: 108, fontSize: '1.5179rem' }}
              onClick={() => {
                if (named) hand.raise('remark', 'reply')
                else if (meeting.rules.stanceFirst) setAsking(true)
                else hand.raise('remark')
              }}
            >
              {named ? phone('hand.reply') : t('elder.speak')}
            </Button>
          )}
          <ElderHelp />
        </section>
      }
    >
      {seatId && !here ? (
        <>
          <h1 className="big">{t('checkin.notYet')}</h1>
          <CheckinForm meetingId={meetingId} />
          <RemoteZone />
        </>
      ) : asking && seatId ? (
        <>
          <h1 className="big">{t('elder.stance')}</h1>
          {(['for', 'against', 'question'] as const satisfies Stance[]).map((stance) => (
            <Button
              key={stance}
              icon={STANCE_MARK[stance].icon}
              onClick={() => {
                hand.raise(stance)
                setAsking(false)
              }}
            >
              {t(`hand.stance.${stance}`)}
            </Button>
          ))}
          <Button look="ghost" onClick={() => setAsking(false)}>
            {t('cancel')}
          </Button>
        </>
      ) : (
        <>
          <div>
            <p className="ink2">
              {t(item ? 'elder.item' : next ? 'between.next' : 'between.done')}
            </p>
            <h1 className="big">{item?.title ?? next?.title ?? title}</h1>
          </div>
          <ChairWords />
          <LastCall />
          <TemperatureCard />
          {item && <MotionCard act={act} />}
          {meeting.ballot?.verdict && meeting.ballot.voidReason === null && (
            <VerdictCard ballot={meeting.ballot} />
          )}
          {meeting.phase === 'paused' && (
            <p className="big">
              {t(meeting.adjournedAt === null ? 'paused.title' : 'paused.brokenOff')}
            </p>
          )}
          {meeting.consensus && (
            <section className="speak" style={{ padding: 18 }}>
              <p className="b">{t('consensus.asked')}</p>
              <p className="big">{meeting.consensus.proposal}</p>
              <ElderObjection act={act} />
            </section>
          )}
          {speaker ? (
            <section className="speak" style={{ padding: '18px 18px 20px' }}>
              <p style={{ color: 'var(--tea-t)', fontWeight: 600 }} className="row">
                <Icon of={IconMicrophone} />
                {t(myTurn ? 'speaker.you' : 'elder.speaking')}
              </p>
              {myTurn && <TurnNote before="" />}
              <div className="row" style={{ marginTop: 10, gap: 16 }}>
                <Monogram side={speaker.side} size="huge" />
                <div>
                  <b style={{ fontSize: '1.4286rem', lineHeight: 1.3, display: 'block' }}>
                    {publicNameOf(speaker, language)}
                  </b>
                  <span className="ink2">
                    {language === 'zh-CN' ? speaker.title : term(`side.${speaker.side}`)}
                  </span>
                </div>
              </div>
            </section>
          ) : (
            item && <StoppedLine stopped={stopped} otherwise={t('speaker.nobody')} />
          )}
          {hand.pending && <p className="b">{t('hand.waiting')}</p>}
          {hand.trouble && hand.trouble !== 'item-over' && (
            <TroubleNote trouble={hand.trouble} />
          )}
          {place ? (
            <p className="b">
              {t('hand.place', { n: place.place })}{' '}
              {t('queue.inMinutes', { count: place.minutes })}
            </p>
          ) : (
            meeting.queue.length > 0 && (
              <p className="ink2">{t('elder.waiting', { count: meeting.queue.length })}</p>
            )
          )}
        </>
      )}
    </PhoneFrame>
  )
}

function ElderObjection({ act }: { act: ReturnType<typeof useAct> }) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const seat = seatOf(meeting, me.seatId)
  if (!seat || seat.role !== 'delegate') return null
  const mine = meeting.consensus?.objections.find((each) => each.seatId === seat.id)
  return (
    <div className="col" style={{ gap: 12, marginTop: 12 }}>
      <TroubleNote trouble={act.trouble} />
      <p className="ink2">{t(mine ? `consensus.mine.${mine.kind}` : 'consensus.silence')}</p>
      {mine ? (
        <ActForm
          command={{ type: 'withdraw-objection', seatId: seat.id }}
          onAct={(command) => void act.act(command)}
        >
          <Button block type="submit" busy={act.busy !== null}>
            {t('consensus.withdraw')}
          </Button>
        </ActForm>
      ) : (
        DISSENT_KINDS.map((kind) => (
          <ActForm
            key={kind}
            command={{ type: 'raise-objection', seatId: seat.id, text: null, kind }}
            onAct={(command) => void act.act(command)}
          >
            <Button block type="submit" busy={act.busy !== null}>
              {t(`consensus.send.${kind}`)}
            </Button>
          </ActForm>
        ))
      )}
    </div>
  )
}
