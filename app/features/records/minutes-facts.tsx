import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChairFact } from '#app/domain/records/chair-facts.ts'
import type { LogLine, MinutesLog } from '#app/domain/records/minutes-log.ts'
import type { MinutesItem } from '#app/domain/records/minutes.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { useMethodWords } from '#app/features/ballot/use-method-words.ts'
import { formatDuration } from '#app/i18n/format.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { useAssistedWords } from './use-assisted-words.ts'
import { useLogWords } from './use-log-words.ts'

type Sourced = {
  /** Shows an entry of the log, where the page can. */
  onSource: (seq: number) => void
}

/** Something that happened, and the entries of the log that say so. Nobody types it. */
export function Fact({
  seqs = [],
  onSource,
  children,
}: Sourced & { seqs?: readonly number[] | undefined; children: ReactNode }) {
  const { t } = useTranslation('minutes')
  const show = (seq: number) => (event: MouseEvent) => {
    event.preventDefault()
    onSource(seq)
  }
  return (
    <li>
      {children}
      {seqs.map((seq) => (
        <a
          key={seq}
          className="min-src"
          href={`#e${seq}`}
          aria-label={t('source', { seq })}
          title={t('source', { seq })}
          onClick={show(seq)}
        >
          {seq}
        </a>
      ))}
    </li>
  )
}

/** What chair and room did besides: in the sentence of the record, or in another language as the log says it. */
export function DoneFacts({
  done,
  lines,
  onSource,
}: Sourced & { done: readonly ChairFact[]; lines: readonly LogLine[] }) {
  const words = useLogWords()
  const language = useLanguage()
  const lineOf = (seq: number) =>
    language === 'zh-CN' ? undefined : lines.find((line) => line.seq === seq)
  return (
    <>
      {done.map(({ seq, text }) => {
        const line = lineOf(seq)
        return (
          <Fact key={seq} seqs={[seq]} onSource={onSource}>
            {line ? words(line) : <span lang="zh-CN">{text}</span>}
          </Fact>
        )
      })}
    </>
  )
}

/** What the log says of one item. */
export function ItemFacts({
  item,
  done,
  log,
  onSource,
}: Sourced & { item: MinutesItem; done: readonly ChairFact[]; log: MinutesLog }) {
  const { t } = useTranslation(['minutes', 'records', 'terms'])
  const format = useFormat()
  const { sources } = log
  const { itemId, outcome, verdict, turns, tasks, ballot, fingers } = item
  const { sentences } = useMethodWords(ballot?.question ?? YES_NO)
  const assistedWords = useAssistedWords()
  const sides = SIDES.map((side) => {
    const ofSide = turns.filter((turn) => turn.side === side)
    const seconds = ofSide.reduce((sum, turn) => sum + turn.seconds, 0)
    return { side, count: ofSide.length, seconds }
  }).filter(({ count }) => count > 0)
  return (
    <ul className="min-f">
      {item.unreached && <li>{t('fact.unreached')}</li>}
      {outcome && (
        <Fact seqs={sources[`outcome:${itemId}`]} onSource={onSource}>
          {t(`terms:outcome.${outcome}`)}
        </Fact>
      )}
      {verdict && (
        <Fact seqs={sources[`verdict:${itemId}`]} onSource={onSource}>
          {verdict.method
            ? sentences(verdict).join(' ')
            : verdict.counts.heads
              ? t('fact.votes', verdict.counts.heads)
              : t('fact.hidden')}
          {ballot?.assisted && ` ${assistedWords(ballot.assisted)}`}
        </Fact>
      )}
      {fingers && <li>{sentences(fingers.verdict).join(' ')}</li>}
      {sides.length > 0 && (
        <Fact seqs={turns.map(({ seq }) => seq)} onSource={onSource}>
          {t('fact.spoken', {
            list: sides
              .map(({ side, count, seconds }) =>
                t('fact.side', {
                  side: t(`terms:side.${side}`),
                  time: formatDuration(seconds),
                  count,
                }),
              )
              .join(t('records:join')),
          })}
        </Fact>
      )}
      <DoneFacts done={done} lines={log.lines} onSource={onSource} />
      {tasks.map((task) => (
        <Fact key={task.taskId} seqs={sources[`task:${task.taskId}`]} onSource={onSource}>
          {t('fact.task', {
            title: task.title,
            lead: task.lead.name,
            day: format.shortDay(new Date(`${task.dueOn}T00:00+08:00`)),
          })}
        </Fact>
      ))}
    </ul>
  )
}
