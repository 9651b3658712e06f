import type { BenchSettings } from './bench-settings.ts'
import type { Figure, Outcome } from './report.ts'

/**
 * CPU of one core, in ms, as measured here while a thousand phones came in and voted. It moves
 * by a tenth from run to run, so what follows is good to a process or two and no closer.
 */
const COST = { vote: 0.1, join: 2, eventAPhone: 0.014, turnoutAPhone: 0.014 }
/** Of a core; the rest is for garbage, pages and whoever comes late. */
const FULL = 0.6
/** What a hall does: its phones, how long a ballot is open, events a minute, turnouts a second. */
const HALL = { phones: 25, ballotSeconds: 60, eventsAMinute: 12, turnoutsASecond: 5 }
/** Everybody comes in within so long; s. */
const DOORS_SECONDS = 300

/**
 * From one machine to a province, without a machine: halls that open at the same minute, votes that
 * come as people press, and processes that serve one thing after another.
 */
export function province({ quick }: BenchSettings): Promise<Outcome> {
  const figures: Figure[] = []
  for (const [subject, halls] of [
    ['county', 200],
    ['city', 2_000],
    ['province', 20_000],
  ] as const) {
    const phones = halls * HALL.phones
    const joining = (phones / DOORS_SECONDS) * COST.join
    const voting =
      phones *
      (COST.vote / HALL.ballotSeconds +
        (HALL.eventsAMinute / 60) * COST.eventAPhone +
        Math.min(HALL.turnoutsASecond, HALL.phones / HALL.ballotSeconds) * COST.turnoutAPhone)
    // Doors are before ballots: what costs more decides.
    const processes = Math.ceil(Math.max(joining, voting) / (1000 * FULL))
    const rounds = quick ? 2 : 5
    for (let round = 1; round <= rounds; round += 1) {
      const add = (what: string, value: number) => figures.push({ subject, what, round, value })
      add('phones', phones)
      add('cores while doors open', joining / 1000)
      add('cores while voting', voting / 1000)
      add('processes', processes)
      add('votes/s', phones / HALL.ballotSeconds)
      // What is told takes its share of every process, and a vote waits for it.
      const background = (voting - (phones * COST.vote) / HALL.ballotSeconds) / 1000 / processes
      add('vote waits p99 ms', waitingP99(phones / processes, background))
    }
  }
  return Promise.resolve({
    figures,
    goals: [],
    notes: [
      `${HALL.phones} phones a hall, each votes once within ${HALL.ballotSeconds} s, half of them in the first tenth of it; all halls at the same minute`,
    ],
  })
}

/** How long a vote waits for its process, when half of the hall presses at once; the rest of its time is taken. */
function waitingP99(phones: number, background: number): number {
  const total = HALL.ballotSeconds * 1000
  const arrivals = Array.from({ length: Math.round(phones) }, () =>
    Math.random() < 0.5 ? (Math.random() * total) / 10 : Math.random() * total,
  ).sort((a, b) => a - b)
  const service = COST.vote / (1 - background)
  let free = 0
  const waits = arrivals.map((at) => {
    free = Math.max(free, at) + service
    return free - at
  })
  return waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
}
