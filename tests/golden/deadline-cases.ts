/** Worked deadlines: notices that must be early enough, and periods with their last day. */
export const NOTICE_CASES = [
  {
    id: 'D01',
    title: 'owners’ assembly: 15 days, 物业管理条例 Art. 14',
    notice: '2026-06-01',
    meeting: '2026-06-16',
    minDays: 15,
    met: true,
  },
  {
    id: 'D03',
    title: 'residents’ meeting: 10 days, 居委会组织法 (2025) Art. 26',
    notice: '2026-06-06',
    meeting: '2026-06-16',
    minDays: 10,
    met: true,
  },
]

export const PERIOD_CASES = [
  {
    id: 'D05',
    title: 'residents’ affairs stay published 15 days, 居委会组织法 (2025) Art. 34',
    start: '2026-03-01',
    days: 15,
    of: 'resident' as const,
    lastDay: '2026-03-16',
  },
  {
    id: 'D07',
    title: 'a decision is announced within 3 days, Beijing Art. 37, Shanghai Art. 26',
    start: '2026-06-16',
    days: 3,
    of: 'office' as const,
    lastDay: '2026-06-19',
  },
]
