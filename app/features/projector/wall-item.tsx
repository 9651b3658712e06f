import { IconBellRinging, IconMicrophone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import { speakingOrder } from '#app/domain/meetings/speaking-order.ts'
import type { BallotState, ItemState } from '#app/domain/meetings/meeting-state.ts'
import type { Stance, TurnKind } from '#app/domain/meetings/meeting.ts'
import type { Motion } from '#app/domain/meetings/motion.ts'
import {
  openMotion,
  optionsBeforeRoom,
  wordsBeforeRoom,
} from '#app/domain/meetings/open-motion.ts'
import { useMethodWords } from '#app/features/ballot/use-method-words.ts'
import { bellAt } from '#app/features/live/bell-stage.ts'
import { DissentCount } from '#app/features/live/dissent-count.tsx'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { Phrases } from '#app/features/live/phrases.tsx'
import { itemNumber, justStopped, publicNameOf, seatOf } from '#app/features/live/reading.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'
import { useLanguage } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import css from './projector.module.css'

/** The plate, a line above, and the words everybody came for. */
export function WallHead({
  kick,
  title,
  small = false,
  children,
}: {
  kick: string
  title: string
  /** The title gives its room to what stands below it. */
  small?: boolean
  children?: React.ReactNode
}) {
  const { meeting } = useLive()
  const wide = [...title].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 2 : 1), 0)
  return (
    <div className={classNames(css.head, css.plated)}>
      <RoomPlate room={meeting.room} size="huge" />
      <div className="grow">
        <p className="kick">{kick}</p>
        <h1 className={classNames(css.title, small ? css.longer : sizeFor(wide))}>
          <Phrases text={title} />
        </h1>
        {children}
      </div>
    </div>
  )
}

/** A short title is large; one that nearly fits a line gets its line. Width counts a letter as 1, a character as 2. */
function sizeFor(width: number): string | false | undefined {
  if (width > 76) return css.longer
  if (width > 44) return css.long
  if (width > 26) return false
  return width > 20 ? css.oneLine : css.large
}

/** The current item, who is speaking, who is next. */
export function WallItem({ item }: { item: ItemState }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const { meeting } = useLive()
  const next = speakingOrder(meeting).slice(0, 3)
  return (
    <>
      <WallHead
        kick={t('wall.kick', {
          position: t('item.position', { n: itemNumber(meeting), of: meeting.agenda.length }),
          kind: term(`itemKind.${item.kind}`),
        })}
        title={item.title}
      >
        <WallProposal item={item} />
      </WallHead>
      <div className="grow" />
      <WallSpeaker />
      <div className="pj-b">
        {next.length > 0 ? <span>{t('queue.title')}</span> : <span>{t('wall.raise')}</span>}
        {next.map((row) => {
          const seat = seatOf(meeting, row.seatId)
          return (
            <span key={row.seatId} className="row" style={{ gap: '0.875rem' }}>
              {seat && <Monogram side={seat.side} size="small" />}
              {publicNameOf(seat, language)}
            </span>
          )
        })}
      </div>
    </>
  )
}

/** What the item is to come to: the words of the notice, or of the motion before the room. */
function WallProposal({ item }: { item: ItemState }) {
  const { t } = useTranslation('wall')
  const { meeting } = useLive()
  const motion = openMotion(meeting)
  const words = wordsBeforeRoom(meeting, item)
  if (!words) return null
  return (
    <div className="opt2">
      {motion && <b>{t(`motion.${motionStage(motion)}`)}</b>}
      <p>{words}</p>
      {optionsBeforeRoom(meeting, item).map((option, index) => (
        <p key={option}>{`${index + 1}. ${option}`}</p>
      ))}
    </div>
  )
}

/** Where a motion stands, as the wall says it. */
export function motionStage({ status }: Motion): 'moved' | 'seconded' | 'frozen' {
  return status === 'moved' || status === 'frozen' ? status : 'seconded'
}

/** What somebody speaks for; a point of order and a reply take no stance and say so. */
export function useSpeaksFor(): (of: { stance: Stance; kind: TurnKind }) => string {
  const { t } = useTranslation('terms')
  return ({ stance, kind }) => (kind === 'turn' ? t(`stance.${stance}`) : t(`turnKind.${kind}`))
}

/** Whoever has the floor, and for how much longer; for a moment, whose time was up; else nothing. */
export function WallSpeaker() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const speaksFor = useSpeaksFor()
  const { meeting } = useLive()
  const now = useServerNow()
  const { floor } = meeting
  const stopped = justStopped(meeting, now)
  const seat = seatOf(meeting, floor?.seatId ?? stopped?.seatId ?? null)
  if (!seat) return null
  if (!floor) {
    return (
      <section className="now">
        <Monogram side={seat.side} />
        <div className="grow">
          <p className={classNames('row', css.speakLabel, css.bell)}>
            <Icon of={IconBellRinging} />
            {t('wall.speakerStopped')}
          </p>
          <p className={css.speaker}>
            {publicNameOf(seat, language)}
            <span>{term(`side.${seat.side}`)}</span>
          </p>
        </div>
      </section>
    )
  }
  const left = clockLeft(floor.clock, meeting.pausedAt, now)
  const { text, over } = readRing(left, floor.clock.limitMs)
  const { warnSeconds } = meeting.rules
  const soon = !over && bellAt(left, warnSeconds * 1000) !== null
  return (
    <section className="now">
      <Monogram side={seat.side} />
      <div className="grow">
        <p className={classNames('row', css.speakLabel, (soon || over) && css.bell)}>
          <Icon of={soon || over ? IconBellRinging : IconMicrophone} />
          {soon
            ? t('hand.bell.soon', { count: warnSeconds })
            : t(over ? 'wall.speakerOver' : 'speaker.now')}
        </p>
        <p className={css.speaker}>
          {publicNameOf(seat, language)}
          <span>
            {term(`side.${seat.side}`)} · {speaksFor(floor)}
          </span>
        </p>
      </div>
      <b className={css.speakTime}>{text}</b>
    </section>
  )
}

export function WallConsensus() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const { consensus } = meeting
  if (!consensus) return null
  return (
    <>
      <WallHead kick={t('consensus.asked')} title={consensus.proposal} />
      <div className="grow" />
      <p style={{ fontSize: '3.25rem' }}>
        <DissentCount dissent={consensus.objections} />
      </p>
      <div className="pj-b">
        <span>{t('wall.consensusHow')}</span>
      </div>
    </>
  )
}

/** How many have voted. Never how. */
export function WallBallot({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { methodName } = useMethodWords(ballot.question)
  const { options, method } = ballot.question
  const { kind } = method
  const many = options.length > 0
  const { turnout } = useLive()
  const cast = turnout?.ballotId === ballot.ballotId ? turnout.cast : 0
  const of = ballot.roll.length
  return (
    <>
      <WallHead
        kick={t('ballot.kick', { secrecy: term(`secrecy.${ballot.secrecy}`) })}
        title={ballot.title}
        small={many}
      >
        {kind !== 'yes-no' && (
          <p className={css.method}>{methodName(ballot.question.method)}</p>
        )}
      </WallHead>
      {many && (
        <ol className={classNames(css.options, css.onBallot)}>
          {options.map(({ number, text }) => (
            <li key={number}>
              <b className="song">{number}</b>
              {text}
            </li>
          ))}
        </ol>
      )}
      <div className="grow" />
      <div
        className="row"
        style={{ alignItems: 'baseline', gap: '1.625rem', marginBottom: '1.375rem' }}
      >
        <b className={classNames('song', many ? css.fewer : css.count)}>{cast}</b>
        <span style={{ fontSize: '3.25rem' }} className="ink2">
          {t('console.turnout', { of })}
        </span>
      </div>
      <div className="pg" style={{ height: '2.125rem', borderRadius: '0.625rem' }}>
        <i
          style={{
            width: `${of > 0 ? Math.floor((100 * cast) / of) : 0}%`,
            borderRadius: '0.625rem',
          }}
        />
      </div>
      <div className="pj-b">
        <span>{t('wall.noHurry')}</span>
      </div>
    </>
  )
}
