import { Link } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '#app/domain/records/minutes-log.ts'
import { useLogWords } from '#app/features/records/use-log-words.ts'
import { formatTimeWithSeconds } from '#app/i18n/format.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { SegmentedRadios } from '#app/ui/segmented.tsx'
import { ReplayRoom } from './replay-room.tsx'
import { SPEEDS, useReplay, type FirstMoment, type Replaying } from './use-replay.ts'
import css from './replay.module.css'

type Props = { meetingId: string; total: number; first: FirstMoment }

/** Where people want to jump to. */
const MARKED: ReadonlySet<LogLine['type']> = new Set([
  'opened',
  'item-started',
  'consensus-reached',
  'ballot-opened',
  'ballot-closed',
  'ballot-voided',
  'task-assigned',
  'closed',
])

/** A past meeting, folded again from its log: drawn back and forth, or played. */
export function ReplayPage({ meetingId, total, first }: Props) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const words = useLogWords()
  const replaying = useReplay(meetingId, total, first)
  const { moment, ready, failed } = replaying
  const { state, now, position, line } = moment
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('play.title')}</h1>
          <p lang="zh-CN">{state.title}</p>
        </div>
        <span className="grow" />
        <LinkButton to={`/desk/sessions/${meetingId}/minutes`}>{t('review.page')}</LinkButton>
      </header>
      {failed && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t('play.failed')}
        </Note>
      )}
      <section className={`panel ${css.player ?? ''}`} aria-label={t('play.controls')}>
        <Controls replaying={replaying} />
        <p className={css.step} aria-live={replaying.playing ? 'off' : 'polite'}>
          <time dateTime={new Date(now).toISOString()}>
            {format.shortDay(new Date(now))} {formatTimeWithSeconds(new Date(now))}
          </time>
          <b>{line && words(line)}</b>
          <span className="muted sm end">{t('play.step', { position, total })}</span>
        </p>
        {ready && <Marks replaying={replaying} />}
        <noscript>
          <p className="row">
            <Link to={`?seq=${Math.max(1, position - 1)}`}>{t('play.back')}</Link>
            <Link to={`?seq=${Math.min(total, position + 1)}`}>{t('play.forward')}</Link>
          </p>
        </noscript>
      </section>
      <ReplayRoom meeting={state} now={now} />
    </>
  )
}

function Controls({ replaying }: { replaying: Replaying }) {
  const { t } = useTranslation('minutes')
  const words = useLogWords()
  const { moment, total, ready, playing, speed, go, play, pause, setSpeed } = replaying
  const { position, line } = moment
  return (
    <div className={css.controls}>
      <Button
        square
        icon={IconPlayerSkipBack}
        disabled={!ready || position <= 1}
        onClick={() => go(position - 1)}
      >
        {t('play.back')}
      </Button>
      <Button
        look="primary"
        icon={playing ? IconPlayerPause : IconPlayerPlay}
        disabled={!ready}
        onClick={playing ? pause : play}
      >
        {t(playing ? 'play.pause' : 'play.play')}
      </Button>
      <Button
        square
        icon={IconPlayerSkipForward}
        disabled={!ready || position >= total}
        onClick={() => go(position + 1)}
      >
        {t('play.forward')}
      </Button>
      <input
        className={css.slider}
        type="range"
        min={1}
        max={total}
        step={1}
        value={position}
        disabled={!ready}
        aria-label={t('play.slider')}
        aria-valuetext={`${t('play.step', { position, total })} ${line ? words(line) : ''}`}
        onChange={(event) => go(Number(event.currentTarget.value))}
      />
      <SegmentedRadios
        label={t('play.speed')}
        name="speed"
        items={SPEEDS.map((each) => ({
          value: String(each),
          label: t('play.times', { count: each }),
        }))}
        value={String(speed)}
        onChange={(value) => setSpeed(SPEEDS.find((each) => String(each) === value) ?? 1)}
      />
    </div>
  )
}

function Marks({ replaying }: { replaying: Replaying }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const words = useLogWords()
  const { lines, total, moment, go } = replaying
  const marks = lines.filter(({ type }) => MARKED.has(type))
  return (
    <>
      <div className={css.ticks} aria-hidden="true">
        {marks.map(({ seq, type }) => (
          <i
            key={seq}
            data-type={type}
            style={{ left: `${total > 1 ? ((seq - 1) / (total - 1)) * 100 : 0}%` }}
          />
        ))}
      </div>
      <ul className={css.marks} aria-label={t('play.marks')}>
        {marks.map((line) => (
          <li key={line.seq}>
            <button
              type="button"
              aria-current={line.seq === moment.position ? 'step' : undefined}
              data-past={line.seq <= moment.position || undefined}
              onClick={() => go(line.seq)}
            >
              <time>{format.time(new Date(line.at))}</time> {words(line)}
            </button>
          </li>
        ))}
      </ul>
      <p className="sm muted">{t('play.gaps')}</p>
    </>
  )
}
