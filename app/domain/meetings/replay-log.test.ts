import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { anEvening, ZHANG } from '#tests/helpers/an-evening.ts'
import { replay } from './evolve.ts'
import type { LoggedEvent } from './meeting-event.ts'
import { playTimes, positionAt, replayLog } from './replay-log.ts'

/** An evening that goes on for `length` events: hands up, down, and turns. */
function longLog(length: number): LoggedEvent[] {
  const opened = anEvening().slice(0, 6)
  const seatId: SeatId = ZHANG
  const round = [
    { type: 'hand-raised', seatId, stance: 'for' },
    { type: 'floor-given', seatId, stance: 'for' },
    { type: 'floor-taken', seatId, end: 'finished' },
    { type: 'hand-raised', seatId, stance: 'against' },
    { type: 'hand-withdrawn', seatId },
  ] as const
  const more = Array.from({ length: length - opened.length }, (_, index): LoggedEvent => {
    const seq = opened.length + index + 1
    return {
      seq,
      at: seq * 1000,
      actorId: 'lin',
      event: round[index % round.length] ?? round[0],
    }
  })
  return [...opened, ...more]
}

test('[M14, R23] scrubbing to any place, in any order, shows the state the log folds to there', () => {
  const events = longLog(600)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 700 }), { maxLength: 12 }), (positions) => {
      const log = replayLog(events, 50)
      for (const position of positions) {
        const upTo = Math.max(0, Math.min(events.length, position))
        expect(log.stateAt(position)).toEqual(replay(events.slice(0, upTo)))
      }
    }),
    { numRuns: 40 },
  )
})

test('[R23] a jump in a log of 5,000 events folds at most a hundred of them', () => {
  const events = longLog(5000)
  const log = replayLog(events)
  log.stateAt(5000)
  const started = performance.now()
  const jumps = 200
  for (let jump = 0; jump < jumps; jump += 1) log.stateAt((jump * 1237) % 5001)
  // Well within a frame each, on a machine that is doing other things.
  expect((performance.now() - started) / jumps).toBeLessThan(16)
})

test('[R23] a gap is shown for no longer than it may be, and every event has its time', () => {
  const at = [0, 1000, 90_000_000, 90_002_000, 90_001_000]
  const events = anEvening()
    .slice(0, at.length)
    .map((each, index) => ({ ...each, at: at[index] ?? 0 }))
  const times = playTimes(events, 60_000)
  expect(times).toEqual([0, 1000, 61_000, 63_000, 63_000])
  expect([0, 999, 1000, 61_000, 63_000, 99_999].map((ms) => positionAt(times, ms))).toEqual([
    1, 1, 2, 3, 5, 5,
  ])
  expect(positionAt([], 5)).toBe(0)
})
