import { useTranslation } from 'react-i18next'
import type { LogLine } from '#app/domain/records/minutes-log.ts'
import { useFormat } from '#app/i18n/use-format.ts'

/** A line of the log in the language of the page. Names and what people wrote stay as they are. */
export function useLogWords(): (line: LogLine) => string {
  const { t } = useTranslation(['minutes', 'terms'])
  const format = useFormat()
  return (line) => {
    const { votes } = line
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
}
