import type { ItemId } from '#app/domain/shared/ids.ts'

export const COLOURS = ['green', 'yellow', 'red'] as const
export type Colour = (typeof COLOURS)[number]

/** Answers below which nothing is shown, not even how many there were: too few to hide among. */
export const FEWEST_ANSWERS = 5

/**
 * How the room feels about something, at any moment. It is no vote and decides
 * nothing. Who answered what is written nowhere; the log has the totals alone.
 */
export type TemperatureCheck = {
  checkId: string
  itemId: ItemId | null
  question: string
  openedAt: number
  closedAt: number | null
  /** Null while it is open, and for ever where fewer than five answered. */
  counts: Record<Colour, number> | null
}

export type TemperatureEvent =
  | { type: 'temperature-opened'; checkId: string; itemId: ItemId | null; question: string }
  | { type: 'temperature-closed'; checkId: string; counts: Record<Colour, number> | null }

/** What may be shown of a check's answers. */
export function shownCounts(counts: Record<Colour, number>): Record<Colour, number> | null {
  const answers = counts.green + counts.yellow + counts.red
  return answers >= FEWEST_ANSWERS ? counts : null
}

/** What somebody may know of a check that is open. */
export type TemperatureAnswer = {
  answered: boolean
  /** How many have answered; null below five. */
  answers: number | null
}
