/**
 * Many phones in one process, driven over IPC by the benchmarks. What a phone
 * sends is made by the runner's instructions, so that floor and app are asked
 * the same way.
 */
import { connectLean, monotonicMs, type LeanClient } from './lean-client.ts'

/** How to fill in a question: `{voter}`, `{key}` and `{n}` are replaced for each one sent. */
export type Question = { event: string; payload: string }

export type PhoneOrder =
  | { order: 'connect'; port: number; path: string; cookies: (string | null)[]; atOnce: number }
  | { order: 'ask-all'; questions: Question[] }
  | { order: 'keep-asking'; questions: Question[]; ms: number }
  | { order: 'count-events'; needle: string }
  | { order: 'events-seen'; expected: number; withinMs: number }
  | { order: 'close' }

export type PhoneReport = {
  ms: number
  answers: number
  refused: number
  firstRefusal: string | null
  latency: Percentiles
  perSecond: number
  bytes: number
}
export type Percentiles = { p50: number; p99: number; max: number }

const clients: LeanClient[] = []
let needle: string | null = null
let seen = 0
let seenBytes = 0
let lastSeenAt = 0
let unique = 0

process.on('message', (message: PhoneOrder & { id: number }) => {
  obey(message).then(
    (report) => process.send?.({ id: message.id, report }),
    (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })

async function obey(order: PhoneOrder): Promise<PhoneReport | { at: number; seen: number }> {
  switch (order.order) {
    case 'connect':
      return connectAll(order)
    case 'ask-all':
      return measure(async (record) => {
        await Promise.all(
          clients.map((client, index) => askOne(client, index, order.questions, record)),
        )
      })
    case 'keep-asking':
      return measure(async (record) => {
        const end = monotonicMs() + order.ms
        await Promise.all(
          clients.map(async (client, index) => {
            for (const question of order.questions) {
              if (monotonicMs() >= end) return
              await askOne(client, index, [question], record)
            }
          }),
        )
      })
    case 'count-events':
      needle = order.needle
      seen = 0
      seenBytes = 0
      return { at: monotonicMs(), seen }
    case 'events-seen': {
      const end = monotonicMs() + order.withinMs
      while (seen < order.expected && monotonicMs() < end) {
        await new Promise((resolve) => setImmediate(resolve))
      }
      return { at: lastSeenAt, seen }
    }
    case 'close':
      for (const client of clients) client.close()
      clients.length = 0
      return { at: monotonicMs(), seen: 0 }
  }
}

async function connectAll(order: Extract<PhoneOrder, { order: 'connect' }>) {
  return measure(async (record) => {
    const waiting = order.cookies.entries()
    const worker = async () => {
      for (const [, cookie] of waiting) {
        const started = monotonicMs()
        clients.push(
          await connectLean({
            port: order.port,
            path: order.path,
            ...(cookie === null ? {} : { cookie }),
            onEvent: (_client, text) => {
              if (needle === null || !text.includes(needle)) return
              seen += 1
              seenBytes += text.length
              lastSeenAt = monotonicMs()
            },
          }),
        )
        record(monotonicMs() - started, true, '')
      }
    }
    await Promise.all(Array.from({ length: order.atOnce }, worker))
  })
}

type Record = (ms: number, ok: boolean, text: string) => void

async function askOne(
  client: LeanClient,
  index: number,
  questions: readonly Question[],
  record: Record,
): Promise<void> {
  for (const { event, payload } of questions) {
    unique += 1
    const filled = payload
      .replaceAll('{voter}', String(index))
      .replaceAll('{key}', `bench-key-${process.pid}-${unique}`)
      .replaceAll('"{n}"', String(unique))
    const answer = await client.ask(event, JSON.parse(filled))
    record(monotonicMs() - answer.sentAt, answer.ok, answer.text)
  }
}

async function measure(work: (record: Record) => Promise<void>): Promise<PhoneReport> {
  const times: number[] = []
  let refused = 0
  let firstRefusal: string | null = null
  const started = monotonicMs()
  await work((ms, ok, text) => {
    times.push(ms)
    if (ok) return
    refused += 1
    firstRefusal ??= text.slice(0, 200)
  })
  const ms = monotonicMs() - started
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    ms,
    answers: times.length - refused,
    refused,
    firstRefusal,
    latency: { p50: at(0.5), p99: at(0.99), max: at(1) },
    perSecond: ((times.length - refused) / ms) * 1000,
    bytes: seenBytes,
  }
}
