import { Link } from '@remix-run/react'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LogLine, MinutesLog } from '#app/domain/records/minutes-log.ts'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useLogWords } from './use-log-words.ts'

/** What a recorder does not write down. It is in the replay. */
const LEFT_OUT: ReadonlySet<LogLine['type']> = new Set([
  'hand-raised',
  'hand-withdrawn',
  'hand-moved',
  'floor-given',
  'floor-extended',
  'time-added',
  'last-call-made',
  'doors-opened',
])

/** The log as it happened, item by item; what facts link to. Nobody can change it here. */
export function MinutesLogPane({
  meetingId,
  content,
  log,
}: {
  meetingId: string
  content: MinutesContent
  log: MinutesLog
}) {
  const { t } = useTranslation('minutes')
  const shown = log.lines.filter(({ type }) => !LEFT_OUT.has(type))
  const items = content.items.filter((item) =>
    shown.some(({ itemId }) => itemId === item.itemId),
  )
  return (
    <section className="panel" aria-labelledby="log" data-pane="log">
      <div className="ph2">
        <h2 id="log">{t('pane.log')}</h2>
        <LinkButton
          size="small"
          className="end"
          to={`/desk/sessions/${meetingId}/replay`}
          icon={IconPlayerPlay}
        >
          {t('replay')}
        </LinkButton>
      </div>
      <p className="sm muted min-hint">{t('pane.logHint')}</p>
      <div className="min-log">
        <LogGroup meetingId={meetingId} lines={shown.filter(({ itemId }) => itemId === null)} />
        {items.map((item) => (
          <LogGroup
            key={item.itemId}
            meetingId={meetingId}
            title={item.title}
            lines={shown.filter(({ itemId }) => itemId === item.itemId)}
          />
        ))}
        <p className="sm muted">{t('all', { count: log.lines.length })}</p>
      </div>
    </section>
  )
}

function LogGroup({
  meetingId,
  title,
  lines,
}: {
  meetingId: string
  title?: string
  lines: readonly LogLine[]
}) {
  const { t } = useTranslation('minutes')
  const words = useLogWords()
  const format = useFormat()
  return (
    <>
      <h3 lang={title === undefined ? undefined : 'zh-CN'}>{title ?? t('pane.items')}</h3>
      <ol>
        {lines.map((line) => (
          <li key={line.seq} id={`e${line.seq}`} tabIndex={-1}>
            <Link
              to={`/desk/sessions/${meetingId}/replay?seq=${line.seq}`}
              aria-label={t('source', { seq: line.seq })}
            >
              {line.seq}
            </Link>
            <time dateTime={new Date(line.at).toISOString()}>
              {format.time(new Date(line.at))}
            </time>
            <span>{words(line)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
