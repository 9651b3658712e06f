import type { WorkCalendar } from './working-days.ts'

/**
 * Holidays and worked weekends of 2026 as they were announced; of 2027 the days off that the law
 * itself names, until it is announced which working days are moved beside them.
 *
 * @see 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025; 全国年节及纪念日放假办法 (2025)
 *   Art. 2.
 */
export const WORK_CALENDAR: WorkCalendar = {
  daysOff: new Set([
    ...days('2026-01', 1, 3),
    ...days('2026-02', 15, 23),
    ...days('2026-04', 4, 6),
    ...days('2026-05', 1, 5),
    ...days('2026-06', 19, 21),
    ...days('2026-09', 25, 27),
    ...days('2026-10', 1, 7),
    ...days('2027-01', 1, 1),
    ...days('2027-02', 5, 8),
    ...days('2027-04', 5, 5),
    ...days('2027-05', 1, 2),
    ...days('2027-06', 9, 9),
    ...days('2027-09', 15, 15),
    ...days('2027-10', 1, 3),
  ]),
  workedWeekends: new Set([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]),
}

function days(month: string, first: number, last: number): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${month}-${String(first + index).padStart(2, '0')}`,
  )
}
