import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  formatDay,
  formatDayAndTime,
  formatFullDay,
  formatMonth,
  formatNarrowWeekday,
  formatNumber,
  formatShortDay,
  formatTime,
  formatWeekday,
} from './format.ts'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from './language.ts'

/** The language of this page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE
}

/** Dates and numbers in the language of this page. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(
    () => ({
      day: (at: Date) => formatDay(at, language),
      shortDay: (at: Date) => formatShortDay(at, language),
      fullDay: (at: Date) => formatFullDay(at, language),
      month: (at: Date) => formatMonth(at, language),
      narrowWeekday: (at: Date) => formatNarrowWeekday(at, language),
      weekday: (at: Date) => formatWeekday(at, language),
      dayAndTime: (at: Date) => formatDayAndTime(at, language),
      time: formatTime,
      number: (value: number) => formatNumber(value, language),
    }),
    [language],
  )
}
