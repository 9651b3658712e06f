import { useTranslation } from 'react-i18next'
import { instantAt, parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { weekOfMonth, type Repeats } from '#app/domain/sessions/recurrence.ts'
import { useFormat } from '#app/i18n/use-format.ts'

/** "Every Thursday", "the first Thursday of each month", for the day chosen. */
export function RepeatWords({ repeats, date }: { repeats: Repeats; date: string }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  if (parseLocalDate(date) === null) return <>{t(`repeats.${repeats}`)}</>
  const weekday = format.weekday(instantAt(date, '12:00'))
  switch (repeats) {
    case 'once':
      return <>{t('repeats.once')}</>
    case 'weekly':
      return <>{t('time.weekly', { weekday })}</>
    case 'fortnightly':
      return <>{t('time.fortnightly', { weekday })}</>
    case 'monthly': {
      const week = weekOfMonth(date)
      const which = t(`time.week.${week === -1 ? 'last' : week}`)
      return <>{t('time.monthly', { weekday, which })}</>
    }
  }
}
