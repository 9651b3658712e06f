import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { VoteAnswer } from '#app/services/voting/cast-votes.server.ts'
import type { OpenDatabase } from '#db/database.ts'

/** A page that is connected now: which face of the product, and over what. */
export type ConnectedPage = { face: string; transport: string }

/**
 * Numbers for an operator's own tools, in Prometheus' format. Counts and durations alone: no id, no
 * name, no address.
 */
export type Metrics = {
  voteAnswered: (answer: VoteAnswer) => void
  /** Votes that were committed together, and how long that took. */
  votesWritten: (votes: number, ms: number) => void
  /** @returns what to call when everybody has been handed it. */
  startFanOut: () => () => void
  refused: (code: string) => void
  /** Names what counts the connections, from when on there can be some. */
  countConnected: (pages: () => readonly ConnectedPage[]) => void
  connectedBy: (label: keyof ConnectedPage) => Record<string, number>
  /** All of it, as text. */
  write: () => Promise<{ contentType: string; text: string }>
}

const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

export function createMetrics(database: OpenDatabase): Metrics {
  const register = new Registry()
  let pages: () => readonly ConnectedPage[] = () => []
  let watchesProcess = false
  const registers = [register]
  // Counted here and handed over when somebody asks: the library's own counting costs a full hall more.
  const outcomes = new Map<string, number>()
  new Counter({
    name: 'council_votes_total',
    help: 'Votes answered, by what became of them',
    labelNames: ['outcome'] as const,
    registers,
    collect() {
      for (const [outcome, count] of outcomes) this.inc({ outcome }, count)
      outcomes.clear()
    },
  })
  const batchSize = new Histogram({
    name: 'council_vote_batch_size',
    help: 'Votes committed together',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers,
  })
  const batchSeconds = new Histogram({
    name: 'council_vote_commit_seconds',
    help: 'From the start of a batch of votes to its commit',
    buckets: SECONDS,
    registers,
  })
  const fanOut = new Histogram({
    name: 'council_event_fan_out_seconds',
    help: 'Handing events of a meeting to everybody in its rooms here',
    buckets: SECONDS,
    registers,
  })
  const refusals = new Counter({
    name: 'council_refusals_total',
    help: 'Live requests refused, by code',
    labelNames: ['code'] as const,
    registers,
  })
  new Gauge({
    name: 'council_connected',
    help: 'Pages connected now',
    labelNames: ['face', 'transport'] as const,
    registers,
    collect() {
      this.reset()
      for (const page of pages()) this.inc(page)
    },
  })
  new Gauge({
    name: 'council_database_connections',
    help: 'Connections of this process to its database, by what they do',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      this.reset()
      for (const [state, count] of Object.entries(await database.connections())) {
        this.set({ state }, count)
      }
    },
  })

  return {
    voteAnswered(answer) {
      const outcome = answer.ok
        ? answer.value.repeated
          ? 'repeated'
          : 'recorded'
        : answer.refusal.code
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    },
    votesWritten(count, ms) {
      batchSize.observe(count)
      batchSeconds.observe(ms / 1000)
    },
    startFanOut: () => {
      const stop = fanOut.startTimer()
      return () => void stop()
    },
    refused: (code) => refusals.inc({ code }),
    countConnected: (counted) => void (pages = counted),
    connectedBy(label) {
      const counts: Record<string, number> = {}
      for (const page of pages()) counts[page[label]] = (counts[page[label]] ?? 0) + 1
      return counts
    },
    async write() {
      // Event-loop delay, memory, garbage: measured from the first time somebody asks.
      if (!watchesProcess) collectDefaultMetrics({ register })
      watchesProcess = true
      return { contentType: register.contentType, text: await register.metrics() }
    },
  }
}
