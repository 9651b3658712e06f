import type { MeetingState } from './meeting-state.ts'

export type ItemTimes = {
  itemId: string
  /** When it was to begin, had everything before it kept to its time; ms. */
  planned: number
  /** When it began, or null. */
  actual: number | null
  /** How much later than planned it began, in whole minutes; negative when earlier. */
  driftMinutes: number | null
}

/**
 * What the plan said and what became of it, item by item, in the order the
 * agenda has now. What is put off takes no time.
 */
export function agendaTimes(state: MeetingState): ItemTimes[] {
  let planned = state.startsAt
  return state.agenda.map((item) => {
    const times = {
      itemId: item.id,
      planned,
      actual: item.startedAt,
      driftMinutes:
        item.startedAt === null ? null : Math.round((item.startedAt - planned) / 60_000),
    }
    if (item.progress !== 'carried-over') planned += item.minutes * 60_000
    return times
  })
}
