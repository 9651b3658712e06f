import { expect, test } from 'vitest'
import { addDays, weekdayOf } from './local-date.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.ts'
import { WORK_CALENDAR_2026 } from './work-calendar-2026.ts'

test('[K4] 33 days of 2026 are holidays, 6 weekend days are worked, 248 days in all', () => {
  const year = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day))
  expect(WORK_CALENDAR_2026.daysOff.size).toBe(33)
  expect([...WORK_CALENDAR_2026.workedWeekends].every((day) => weekdayOf(day) > 5)).toBe(true)
  expect(year.filter((day) => isWorkingDay(day, WORK_CALENDAR_2026))).toHaveLength(248)
})

test('[K3] a last day in the Spring Festival moves behind the whole of it', () => {
  expect(workingDayFrom('2026-02-17', WORK_CALENDAR_2026)).toBe('2026-02-24')
})

test('[K4] five working days over the National Day run to the worked Saturday', () => {
  expect(addWorkingDays('2026-09-30', 3, WORK_CALENDAR_2026)).toBe('2026-10-10')
})
