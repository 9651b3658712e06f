import { useTranslation } from 'react-i18next'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import { COLOURS, type TemperatureCheck } from '#app/domain/meetings/temperature.ts'
import type { Motion } from '#app/domain/meetings/motion.ts'
import { speakingOrder } from '#app/domain/meetings/speaking-order.ts'
import type { ItemId } from '#app/domain/shared/ids.ts'
import { VerdictSum } from '#app/features/ballot/verdict-card.tsx'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { publicNameOf, seatOf } from '#app/features/live/reading.ts'
import { TEMPERATURE_MARK } from '#app/features/live/temperature-mark.ts'
import { useTemperature } from '#app/features/live/use-temperature.ts'
import { decisionMark } from '#app/features/phone/decision-list.tsx'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import { motionStage, useSpeaksFor, WallHead, WallSpeaker } from './wall-item.tsx'
import css from './projector.module.css'

/** Who speaks, and who comes next. */
export function WallSpeakers({ title }: { title: string }) {
  const { t } = useTranslation('wall')
  const speaksFor = useSpeaksFor()
  const language = useLanguage()
  const { meeting } = useLive()
  const next = speakingOrder(meeting).slice(0, 5)
  return (
    <>
      <WallHead kick={t('speakers.title')} title={title} small />
      <div className={css.below}>
        <WallSpeaker />
      </div>
      <ol className={css.speakers}>
        {next.map((row, index) => {
          const seat = seatOf(meeting, row.seatId)
          return (
            <li key={row.seatId}>
              <b className="song">{index + 1}</b>
              {seat && <Monogram side={seat.side} size="small" />}
              <b>{publicNameOf(seat, language)}</b>
              <span className="ink2">{speaksFor(row)}</span>
            </li>
          )
        })}
      </ol>
      {next.length === 0 && <p className="ink2">{t('speakers.none')}</p>}
      <div className="grow" />
    </>
  )
}

/** The motion word for word, its options numbered as on every screen, and why it was last changed. */
export function WallMotion({ motion }: { motion: Motion }) {
  const { t } = useTranslation('wall')
  const edit = motion.edits.at(-1)
  return (
    <>
      <WallHead kick={t(`motion.${motionStage(motion)}`)} title={motion.text} />
      <ol className={css.options}>
        {motion.options.map((option, index) => (
          <li key={option}>
            <b className="song">{index + 1}</b>
            {option}
          </li>
        ))}
      </ol>
      <div className="grow" />
      {edit && (
        <div className={`pj-b ${css.edited ?? ''}`}>
          <span>
            {t('motion.edited', { who: t(`motion.editor.${edit.by.role}`), why: edit.why })}
          </span>
        </div>
      )}
    </>
  )
}

/** How the room feels: while it is asked only the question, then the sums, if enough answered. */
export function WallTemperature({ check }: { check: TemperatureCheck }) {
  const { t } = useTranslation('wall')
  const { answers } = useTemperature(check)
  const open = check.closedAt === null
  const { counts } = check
  const all = counts ? Math.max(1, counts.green + counts.yellow + counts.red) : 1
  return (
    <>
      <WallHead
        kick={t(open ? 'temperature.open' : 'temperature.closed')}
        title={check.question}
      />
      <div className="grow" />
      <ul className={css.bars}>
        {COLOURS.map((colour) => {
          const { tone, icon } = TEMPERATURE_MARK[colour]
          return (
            <li key={colour} className={`${css.bar ?? ''} t-${tone}`}>
              <span className="row" style={{ gap: '1rem', color: 'var(--h-t)' }}>
                <Icon of={icon} />
                <b>{t(`temperature.colour.${colour}`)}</b>
              </span>
              <div className={css.track}>
                {counts && (
                  <i
                    style={{
                      width: `${Math.floor((100 * counts[colour]) / all)}%`,
                      background: 'var(--h-f)',
                    }}
                  />
                )}
              </div>
              <b className={`song ${css.number ?? ''}`}>{counts?.[colour] ?? ''}</b>
            </li>
          )
        })}
      </ul>
      <div className="grow" />
      <div className="pj-b">
        <span>
          {!open
            ? t(counts ? 'temperature.noVote' : 'temperature.tooFew')
            : answers === null
              ? t('temperature.how')
              : t('temperature.answers', { count: answers })}
        </span>
      </div>
    </>
  )
}

/** A few words from the chair, as large as they fit. */
export function WallNote({ text }: { text: string }) {
  const { t } = useTranslation('wall')
  return (
    <>
      <WallHead kick={t('message.title')} title={text} />
      <div className="grow" />
    </>
  )
}

/** What the minutes will say of an item, read back to the room: what came of it, and the recorder's words. */
export function WallMinutes({
  itemId,
  title,
  text,
}: {
  itemId: ItemId
  title: string
  text: string
}) {
  const { t } = useTranslation('wall')
  return (
    <>
      <WallHead kick={t('minutes.title')} title={title} small />
      <WallFacts itemId={itemId} />
      {text && <p className={css.readBack}>{text}</p>}
      <div className="grow" />
      <div className="pj-b">
        <span>{t('minutes.how')}</span>
      </div>
    </>
  )
}

/** What was decided on an item, with its sum, and which side does what by when. */
function WallFacts({ itemId }: { itemId: ItemId }) {
  const { t } = useTranslation('wall')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const { meeting } = useLive()
  const decisions = meeting.decisions.filter((each) => each.itemId === itemId)
  const tasks = meeting.tasks.filter((each) => each.itemId === itemId)
  if (decisions.length + tasks.length === 0) return null
  return (
    <ul className={`${css.decisions ?? ''} ${css.facts ?? ''}`}>
      {decisions.map((decision) => {
        const ballot = decision.by === 'ballot' && findBallot(meeting, decision.ballotId)
        return (
          <li key={decision.decidedAt}>
            <b>{term(`outcome.${decisionMark(decision).outcome}`)}</b>
            <span>{decision.proposal}</span>
            {ballot && !ballot.verdict?.splitWithheld && (
              <p className="ink2">
                <VerdictSum ballot={ballot} />
              </p>
            )}
          </li>
        )
      })}
      {tasks.map(({ taskId, title, lead, dueOn }) => (
        <li key={taskId}>
          <b>{t('minutes.task')}</b>
          <span>
            {t('minutes.taskIs', {
              title,
              side: term(`side.${lead.side}`),
              day: format.shortDay(new Date(`${dueOn}T12:00:00+08:00`)),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A break, and until when. At the hour nothing goes on by itself. */
export function WallBreak() {
  const { t } = useTranslation('wall')
  const { t: live } = useTranslation('live')
  const format = useFormat()
  const { meeting } = useLive()
  const now = useServerNow()
  const { pauseUntil, pauseReason, adjournedAt } = meeting
  const left = pauseUntil === null ? null : pauseUntil - now
  return (
    <>
      <WallHead
        kick={pauseReason ?? live('paused.note')}
        title={adjournedAt === null ? t('break.title') : live('paused.brokenOff')}
      />
      <div className="grow" />
      {left !== null && pauseUntil !== null && (
        <div className="row" style={{ alignItems: 'baseline', gap: '2rem' }}>
          <b className={`song ${css.count ?? ''}`}>
            {readRing(Math.max(0, left), Math.max(1, left)).text}
          </b>
          <span style={{ fontSize: '3.25rem' }} className="ink2">
            {left > 0
              ? t('break.until', { time: format.time(new Date(pauseUntil)) })
              : t('break.over')}
          </span>
        </div>
      )}
      <div className="grow" />
    </>
  )
}
