import type { BenchSettings } from './bench-settings.ts'
import { summarise, type Figure, type Outcome } from './report.ts'

/** What a process pays, in ms of a core, as `votes` and `room` have measured it. */
type Cost = { vote: number; join: number; tellAPhone: number }
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
export function province({ quick, lastRun }: BenchSettings): Promise<Outcome> {
  const measured = (name: string, what: string, subject: string) => {
    const figures = lastRun(name)?.figures.filter(
      (each) => each.what === what && each.subject === subject,
    )
    if (!figures?.length)
      throw new Error(`Measure ${name} first: npm run bench -- votes room province`)
    return summarise(figures.map((each) => each.value)).median / 1000
  }
  const cost: Cost = {
    vote: measured('votes', 'CPU µs/vote', 'PostgreSQL open'),
    join: measured('room', 'come in CPU µs a phone', 'app'),
    tellAPhone: measured('room', 'hear CPU µs a phone', 'app'),
  }
  const figures: Figure[] = []
  for (const [subject, halls] of [
    ['county', 200],
    ['city', 2_000],
    ['province', 20_000],
  ] as const) {
    const phones = halls * HALL.phones
    const joining = (phones / DOORS_SECONDS) * cost.join
    const voting =
      phones *
      (cost.vote / HALL.ballotSeconds +
        (HALL.eventsAMinute / 60 +
          Math.min(HALL.turnoutsASecond, HALL.phones / HALL.ballotSeconds)) *
          cost.tellAPhone)
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
      const background = (voting - (phones * cost.vote) / HALL.ballotSeconds) / 1000 / processes
      add('vote waits p99 ms', waitingP99(phones / processes, cost.vote / (1 - background)))
    }
  }
  return Promise.resolve({
    figures,
    goals: [],
    notes: [
      `a vote ${inMs(cost.vote)}, a phone that comes in ${inMs(cost.join)}, a phone that is told something ${inMs(cost.tellAPhone)} of a core: the last runs of votes and room`,
      `${HALL.phones} phones a hall, each votes once within ${HALL.ballotSeconds} s, half of them in the first tenth of it; all halls at the same minute`,
    ],
  })
}

/** How long a vote waits for its process, when half of the hall presses at once; the rest of its time is taken. */
function waitingP99(phones: number, service: number): number {
  const total = HALL.ballotSeconds * 1000
  const arrivals = Array.from({ length: Math.round(phones) }, () =>
    Math.random() < 0.5 ? (Math.random() * total) / 10 : Math.random() * total,
  ).sort((a, b) => a - b)
  let free = 0
  const waits = arrivals.map((at) => {
    free = Math.max(free, at) + service
    return free - at
  })
  return waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
}

const inMs = (ms: number) => `${Number(ms.toPrecision(2))} ms`
