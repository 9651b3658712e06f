import { Link } from '@remix-run/react'
import {
  IconArrowBackUp,
  IconCircleHalf2,
  IconInfoCircle,
  IconMoodSmile,
  IconPhone,
  IconSearch,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { MatterLine } from '#app/domain/matters/matter-view.ts'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Note } from '#app/ui/note.tsx'
import { toneClass, type Tone } from '#app/ui/tone.ts'
import { DueTag } from './due.tsx'
import { whereOf } from './matter-list.tsx'
import { StatusTag } from './status-tag.tsx'

/** One column: its first cards, and how many there are in all. */
export type BoardColumn = { lines: MatterLine[]; total: number }

export type Board = Record<
  'toScreen' | 'atWork' | 'awaitingVisit' | 'reopened' | 'closed',
  BoardColumn
>

const COLUMNS: { name: keyof Board; tone: Tone; icon: IconDrawing; all: string }[] = [
  { name: 'toScreen', tone: 'dai', icon: IconSearch, all: '?due=to-screen' },
  { name: 'atWork', tone: 'tea', icon: IconCircleHalf2, all: '?' },
  { name: 'awaitingVisit', tone: 'teal', icon: IconPhone, all: '?due=awaiting-visit' },
  { name: 'reopened', tone: 'jujube', icon: IconArrowBackUp, all: '?' },
  { name: 'closed', tone: 'tea', icon: IconMoodSmile, all: '?state=closed' },
]

/** The same matters by stage. Cards are opened, not dragged. */
export function MatterBoard({ board, now }: { board: Board; now: Date }) {
  const { t } = useTranslation('matters')
  return (
    <>
      <div className="bd">
        {COLUMNS.map(({ name, tone, icon, all }) => {
          const { lines, total } = board[name]
          return (
            <section key={name} className={toneClass(tone)} aria-labelledby={`column-${name}`}>
              <h2 id={`column-${name}`}>
                <Icon of={icon} />
                {t(`board.${name}`)}
                <span>{total}</span>
              </h2>
              {lines.map((line) => (
                <Card key={line.id} line={line} now={now} />
              ))}
              {total === 0 && <p className="sm muted">{t('board.empty')}</p>}
              {total > lines.length && (
                <Link
                  className="row sm b"
                  style={{ color: 'var(--tea-t)', justifyContent: 'center', minHeight: 36 }}
                  to={`/desk/matters${all}`}
                >
                  {t('board.all', { count: total })}
                </Link>
              )}
            </section>
          )
        })}
      </div>
      <div style={{ marginTop: 16 }}>
        <Note tone="stone" icon={IconInfoCircle}>
          {t('board.note')}
        </Note>
      </div>
    </>
  )
}

function Card({ line, now }: { line: MatterLine; now: Date }) {
  const late = line.urgency === 'overdue' && line.status === 'reopened'
  return (
    <Link
      className="mc"
      to={`/desk/matters/${line.id}`}
      style={late ? { borderInlineStart: '4px solid var(--jujube-f)' } : undefined}
    >
      <h3>{line.title}</h3>
      <p>{whereOf(line)}</p>
      {line.progress !== null && line.progress > 0 && line.progress < 100 && (
        <div className="pg" style={{ marginTop: 8 }}>
          <i style={{ width: `${line.progress}%` }} />
        </div>
      )}
      <div className="ft" style={{ flexWrap: 'wrap' }}>
        <Foot line={line} now={now} />
      </div>
    </Link>
  )
}

function Foot({ line, now }: { line: MatterLine; now: Date }): ReactNode {
  const { t } = useTranslation('matters')
  const today = localDateOf(now)
  const since = (at: Date) => daysBetween(localDateOf(at), today)
  if (line.urgency === 'to-screen') {
    const days = since(line.raisedAt)
    return (
      <>
        <StatusTag {...line} />
        <span className="end muted">
          {days > 0 ? t('board.waited', { count: days }) : t('board.waitedToday')}
        </span>
      </>
    )
  }
  if (line.urgency === 'awaiting-visit') {
    const days = line.reportedDoneAt ? since(line.reportedDoneAt) : 0
    return (
      <>
        <StatusTag {...line} />
        <span className="end muted">
          {days > 0 ? t('board.reported', { count: days }) : t('board.reportedToday')}
        </span>
      </>
    )
  }
  if (line.closedAt) {
    const days = daysBetween(localDateOf(line.raisedAt), localDateOf(line.closedAt))
    return (
      <>
        <StatusTag {...line} />
        <span className="end muted">{t('board.took', { count: days })}</span>
      </>
    )
  }
  return (
    <>
      {line.lead ? (
        <>
          <Monogram side={line.lead.side} size="small" />
          {line.lead.name}
        </>
      ) : (
        <StatusTag {...line} urgency="in-progress" />
      )}
      <span className="end">
        {line.dueOn ? (
          <DueTag dueOn={line.dueOn} now={now} />
        ) : (
          <span className="muted">{t('due.none')}</span>
        )}
      </span>
    </>
  )
}
