import { useTranslation } from 'react-i18next'
import type { LogLine } from '#app/domain/records/minutes-log.ts'
import { useFormat } from '#app/i18n/use-format.ts'

/** Where what somebody wrote stands behind the sentence, when they wrote anything. */
const SAID_AFTER: ReadonlySet<LogLine['type']> = new Set([
  'opened',
  'reopened',
  'ballot-opened',
  'objection-raised',
  'conflict-flagged',
  'conflict-cleared',
  'warning-lifted',
  'motion-edited',
  'motion-withdrawn',
])

/** A line of the log in the language of the page. Names and what people wrote stay as they are. */
export function useLogWords(): (line: LogLine) => string {
  const { t } = useTranslation(['minutes', 'terms'])
  const format = useFormat()
  const sentenceOf = (line: LogLine): string => {
    const { votes } = line
    if (line.end === 'time-up') return t('logTimeUp', { who: line.who ?? '' })
    return t(`log.${line.type}`, {
      who: line.who ?? '',
      about: line.about ?? '',
      text: line.text ?? line.about ?? '',
      reason: line.reason ?? '',
      lead: line.lead ?? '',
      minutes: Math.round((line.seconds ?? 0) / 60),
      stance: line.stance ? t(`terms:stance.${line.stance}`) : '',
      outcome: line.outcome ? t(`terms:outcome.${line.outcome}`) : '',
      day: line.day ? format.shortDay(new Date(`${line.day}T00:00+08:00`)) : '',
      votes: votes ? t('votes', votes) : t('votesHidden'),
    })
  }
  const saidIn = (line: LogLine): string | null => {
    if (line.witness) return t('logWitness', { name: line.witness })
    if (line.colours) return t('logColours', line.colours)
    if (!SAID_AFTER.has(line.type)) return null
    return line.reason ?? (line.type === 'objection-raised' ? line.text : null)
  }
  return (line) => {
    const sentence = sentenceOf(line)
    const said = saidIn(line)
    return said ? t('logSaid', { sentence, said }) : sentence
  }
}
