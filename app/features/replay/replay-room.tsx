import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import { speakingOrder } from '#app/domain/meetings/speaking-order.ts'
import { VerdictCard } from '#app/features/ballot/verdict-card.tsx'
import { timeBySide } from '#app/features/console/speaking-time.tsx'
import { currentItem, openBallot, seatOf } from '#app/features/live/reading.ts'
import { PHASE_MARK, STANCE_MARK } from '#app/features/live/tones.ts'
import { formatDuration } from '#app/i18n/format.ts'
import { Monogram } from '#app/ui/monogram.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import { Ring } from '#app/ui/ring.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import css from './replay.module.css'

type Props = { meeting: MeetingState; /** The time it was, ms since the epoch. */ now: number }

/** The room as the chair and the wall saw it at one moment: agenda, what was on, who was there. */
export function ReplayRoom({ meeting, now }: Props) {
  return (
    <div className={css.room}>
      <Agenda meeting={meeting} />
      <div className={css.centre}>
        <Centre meeting={meeting} now={now} />
      </div>
      <Table meeting={meeting} />
    </div>
  )
}

function Agenda({ meeting }: { meeting: MeetingState }) {
  const { t } = useTranslation(['minutes', 'terms'])
  const mark = PHASE_MARK[meeting.phase]
  return (
    <section className="panel" aria-labelledby="replay-agenda">
      <div className="ph2">
        <h2 id="replay-agenda">{t('play.agenda')}</h2>
        <Tag tone={mark.tone} icon={mark.icon}>
          {t(`play.phase.${meeting.phase}`)}
        </Tag>
      </div>
      <ol className={css.agenda}>
        {meeting.agenda.map((item) => (
          <li
            key={item.id}
            data-progress={item.progress}
            aria-current={item.progress === 'current' ? 'step' : undefined}
          >
            <span lang="zh-CN">{item.title}</span>
            {item.outcome && (
              <small className="muted">{t(`terms:outcome.${item.outcome}`)}</small>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Centre({ meeting, now }: Props) {
  const { t } = useTranslation(['minutes', 'terms'])
  const title = useMeetingTitle(meeting)
  const item = currentItem(meeting)
  const voting = openBallot(meeting)
  const counted = meeting.ballot?.verdict ? meeting.ballot : null
  const clock = meeting.itemClock
  return (
    <>
      <section className="panel">
        <div className={css.now}>
          {clock && (
            <ItemRing left={clockLeft(clock, meeting.pausedAt, now)} limit={clock.limitMs} />
          )}
          <div className="grow">
            <p className="sm muted">
              {item ? t(`terms:itemKind.${item.kind}`) : t('play.between')}
            </p>
            <h2 className={`song ${css.title ?? ''}`} lang="zh-CN">
              {item?.title ?? title}
            </h2>
            {item?.proposal && <p lang="zh-CN">{item.proposal}</p>}
            {meeting.pausedAt !== null && (
              <p className="b">{t('play.paused', { reason: meeting.pauseReason ?? '' })}</p>
            )}
          </div>
        </div>
      </section>
      {voting && (
        <section className={`panel ${css.pad ?? ''}`}>
          <p className="b">{t('play.voting', { count: voting.roll.length })}</p>
          <p lang="zh-CN">{voting.title}</p>
          <p className="sm muted">{t('play.votingHidden')}</p>
        </section>
      )}
      {!voting && counted && <VerdictCard ballot={counted} />}
      {meeting.consensus && (
        <section className={`panel ${css.pad ?? ''}`}>
          <p className="b">
            {t('play.consensus', { count: meeting.consensus.objections.length })}
          </p>
          <p lang="zh-CN">{meeting.consensus.proposal}</p>
        </section>
      )}
      {!voting && <Speakers meeting={meeting} now={now} />}
      <Commitments meeting={meeting} />
    </>
  )
}

function ItemRing({ left, limit }: { left: number; limit: number }) {
  const { part, text } = readRing(left, limit)
  return (
    <Ring part={part} size={84} warn={left <= 60_000}>
      <b>{text}</b>
    </Ring>
  )
}

function Speakers({ meeting, now }: Props) {
  const { t } = useTranslation(['minutes', 'terms'])
  const speaker = seatOf(meeting, meeting.floor?.seatId ?? null)
  const queue = speakingOrder(meeting)
  const sides = timeBySide(meeting, now).filter(({ turns }) => turns > 0)
  if (!meeting.currentItemId) return null
  return (
    <section className={`panel ${css.pad ?? ''}`}>
      {speaker && meeting.floor ? (
        <p className={css.speaker}>
          <Monogram side={speaker.side} />
          <b>{speaker.name}</b>
          <Tag
            tone={STANCE_MARK[meeting.floor.stance].tone}
            icon={STANCE_MARK[meeting.floor.stance].icon}
          >
            {t(`terms:stance.${meeting.floor.stance}`)}
          </Tag>
          <span className="end">
            {
              readRing(
                clockLeft(meeting.floor.clock, meeting.pausedAt, now),
                meeting.floor.clock.limitMs,
              ).text
            }
          </span>
        </p>
      ) : (
        <p className="muted">{t('play.nobodySpeaks')}</p>
      )}
      {queue.length > 0 && (
        <>
          <h3 className="sm muted">{t('play.queue', { count: queue.length })}</h3>
          <ol className={css.queue}>
            {queue.map((row) => {
              const seat = seatOf(meeting, row.seatId)
              return (
                <li key={row.seatId}>
                  {seat && <Monogram side={seat.side} size="small" />}
                  {seat?.name} · {t(`terms:stance.${row.stance}`)}
                </li>
              )
            })}
          </ol>
        </>
      )}
      {sides.length > 0 && (
        <p className="sm muted">
          {sides
            .map(({ side, ms }) => `${t(`terms:side.${side}`)} ${formatDuration(ms / 1000)}`)
            .join(' · ')}
        </p>
      )}
    </section>
  )
}

function Commitments({ meeting }: { meeting: MeetingState }) {
  const { t } = useTranslation('minutes')
  if (meeting.decisions.length + meeting.tasks.length === 0) return null
  return (
    <section className={`panel ${css.pad ?? ''}`}>
      <h3 className="sm muted">{t('play.decided')}</h3>
      <ul className={css.list} lang="zh-CN">
        {meeting.decisions.map(({ itemId, proposal, decidedAt }) => (
          <li key={`${itemId} ${decidedAt}`}>{proposal}</li>
        ))}
        {meeting.tasks.map(({ taskId, title, lead, dueOn }) => (
          <li key={taskId}>{t('fact.task', { title, lead: lead.name, day: dueOn })}</li>
        ))}
      </ul>
    </section>
  )
}

function Table({ meeting }: { meeting: MeetingState }) {
  const { t } = useTranslation(['minutes', 'terms'])
  const { present, invited, sides } = readiness(meeting)
  return (
    <section className={`panel ${css.pad ?? ''}`} aria-labelledby="replay-table">
      <h2 id="replay-table">{t('play.here')}</h2>
      <RoundTable
        size={220}
        sides={sides.map(({ side, present: here, invited: expected }) => ({
          side,
          here,
          expected,
        }))}
        count={present}
        caption={t('play.of', { invited })}
        summary={t('play.hereOf', { present, invited })}
      />
      <ul className={css.list}>
        {sides.map(({ side, present: here, invited: expected }) => (
          <li key={side}>
            <Monogram side={side} size="small" away={here === 0} />
            {t(`terms:side.${side}`)} {here}/{expected}
          </li>
        ))}
      </ul>
    </section>
  )
}
