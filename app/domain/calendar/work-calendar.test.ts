import { expect, test } from 'vitest'
import { lastDayOf } from './deadlines.ts'
import { addDays, weekdayOf } from './local-date.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.ts'
import { WORK_CALENDAR } from './work-calendar.ts'

test('[K4] 33 days of 2026 are holidays, 6 weekend days are worked, 248 days in all', () => {
  const year = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day))
  expect(year.filter((day) => WORK_CALENDAR.daysOff.has(day))).toHaveLength(33)
  expect([...WORK_CALENDAR.workedWeekends].every((day) => weekdayOf(day) > 5)).toBe(true)
  expect(year.filter((day) => isWorkingDay(day, WORK_CALENDAR))).toHaveLength(248)
})

test('[K3] a last day in the Spring Festival moves behind the whole of it', () => {
  expect(workingDayFrom('2026-02-17', WORK_CALENDAR)).toBe('2026-02-24')
})

test('[K3] a last day on New Year’s Day moves on before the year’s calendar is announced', () => {
  const until = lastDayOf('2026-12-17', { days: 15, of: 'resident' }, WORK_CALENDAR)
  expect(until).toBe('2027-01-04')
})

test('[K4] thirteen days of any year are off by law, of 2027 too', () => {
  const year = Array.from({ length: 365 }, (_, day) => addDays('2027-01-01', day))
  expect(year.filter((day) => WORK_CALENDAR.daysOff.has(day))).toHaveLength(13)
})

test('[K4] five working days over the National Day run to the worked Saturday', () => {
  expect(addWorkingDays('2026-09-30', 3, WORK_CALENDAR)).toBe('2026-10-10')
})
