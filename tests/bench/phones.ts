/**
 * Many phones in one process, driven over IPC by the benchmarks. What a phone
 * sends is made by the runner's instructions, so that floor and app are asked
 * the same way.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Face } from '#app/http/viewer.server.ts'
import { connectLean, monotonicMs, type LeanClient } from './lean-client.ts'
import { percentiles, type Percentiles } from './report.ts'

/** A request as JSON in which `{key}`, `"{n}"` and the phone's own words are filled in when it is sent. */
export type Question = { event: string; payload: string }

export type PhoneSettings = {
  cookie: string | null
  /** What the page is; a seat's when it does not say. */
  face?: Face
  /** Words that stand in braces in a question: `{ seat: '…' }` for `{seat}`. */
  words: Record<string, string>
}

export type PhoneOrder =
  /**
   * So many connect at a time. Each asks its questions as soon as it is connected, as a page does,
   * and has come in when the last of them is answered.
   */
  | {
      order: 'connect'
      port: number
      path: string
      phones: PhoneSettings[]
      atOnce: number
      questions?: Question[]
    }
  /** Every phone asks every question, one after the other, all phones at once. */
  | { order: 'ask'; questions: Question[] }
  /**
   * Every phone asks every question, each beginning at its own moment within this time. Meanwhile
   * it is measured how long after it was made, as it says itself, each phone has heard `event`.
   */
  | { order: 'ask-later'; questions: Question[]; withinMs: number; event?: string }
  /** The first phone says something, again and again; measured until the last phone has heard `event`. */
  | { order: 'say'; questions: Question[]; event: string; times: number; pauseMs: number }
  /** Measures from the moment an event was made, as it says itself, until the last phone has heard it. */
  | { order: 'hear'; event: string; times: number }
  | { order: 'close' }

export type PhoneReport = {
  ms: number
  answers: number
  refused: number
  firstRefusal: string | null
  latency: Percentiles
  perSecond: number
  /** Bytes of answers, or of the events that were waited for, over all phones. */
  bytes: number
  /** ms until an event was heard, phone by phone; null when none was listened for. */
  heard: Percentiles | null
}

const clients: { client: LeanClient; words: Record<string, string> }[] = []
let unique = 0
let watching: { head: Buffer; heard: (packet: Buffer) => void; bytes: number } | null = null

process.on('message', (message: PhoneOrder & { id: number }) => {
  obey(message).then(
    (value) => process.send?.({ id: message.id, value }),
    (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })

async function obey(order: PhoneOrder): Promise<PhoneReport> {
  switch (order.order) {
    case 'connect':
      return connectAll(order)
    case 'ask':
      return measure(async (record) => {
        await Promise.all(clients.map((_, index) => askAll(index, order.questions, record)))
      })
    case 'ask-later':
      return askLater(order)
    case 'say':
      return say(order)
    case 'hear':
      return hearAll(order)
    case 'close':
      for (const { client } of clients) client.close()
      clients.length = 0
      return measure(() => Promise.resolve())
  }
}

function connectAll(order: Extract<PhoneOrder, { order: 'connect' }>): Promise<PhoneReport> {
  return measure(async (record) => {
    const waiting = order.phones.values()
    const worker = async () => {
      for (const { cookie, face = 'seat', words } of waiting) {
        const started = monotonicMs()
        const client = await connectLean({
          port: order.port,
          path: order.path,
          auth: JSON.stringify({ face }),
          ...(cookie === null ? {} : { cookie }),
          onEvent: hear,
        })
        const index = clients.push({ client, words }) - 1
        let refused: string | null = null
        await askAll(index, order.questions ?? [], (_, ok, text) => {
          if (!ok) refused ??= text
        })
        record(monotonicMs() - started, refused === null, refused ?? '')
      }
    }
    await Promise.all(Array.from({ length: order.atOnce }, worker))
  })
}

function hear(packet: Buffer): void {
  if (!watching) return
  const { head } = watching
  if (packet.length < head.length || packet.compare(head, 0, head.length, 0, head.length) !== 0)
    return
  watching.bytes += packet.length
  watching.heard(packet)
}

async function say({
  questions,
  event,
  times,
  pauseMs,
}: Extract<PhoneOrder, { order: 'say' }>): Promise<PhoneReport> {
  let heard = 0
  let allHeard = () => {}
  watching = {
    head: Buffer.from(`42["${event}"`),
    bytes: 0,
    heard: () => {
      heard += 1
      if (heard === clients.length) allHeard()
    },
  }
  const report = await measure(async (record) => {
    for (let time = 0; time < times; time += 1) {
      const question = questions[time % questions.length]
      if (!question) throw new Error('Nothing to say')
      heard = 0
      const last = new Promise<true>((resolve) => (allHeard = () => resolve(true)))
      const asked = ask(0, question)
      const complete = await Promise.race([last, wait(5000, false)])
      const arrived = monotonicMs()
      const { sentAt, ok, text } = await asked
      record(arrived - sentAt, ok && complete, ok ? 'not everybody heard it' : text)
      await wait(pauseMs)
    }
  })
  const { bytes } = watching
  watching = null
  return { ...report, bytes }
}

async function askLater({
  questions,
  withinMs,
  event,
}: Extract<PhoneOrder, { order: 'ask-later' }>): Promise<PhoneReport> {
  const heard: number[] = []
  if (event !== undefined) {
    watching = {
      head: Buffer.from(`42["${event}"`),
      bytes: 0,
      heard: (packet) => heard.push(Date.now() - madeAt(packet)),
    }
  }
  const report = await measure(async (record) => {
    await Promise.all(
      clients.map(async (_, index) => {
        await wait(Math.random() * withinMs)
        await askAll(index, questions, record)
      }),
    )
  })
  watching = null
  return { ...report, heard: event === undefined ? null : percentiles(heard) }
}

const madeAt = (packet: Buffer) => Number(/"at":(\d+)/.exec(packet.toString('latin1'))?.[1])

async function hearAll({
  event,
  times,
}: Extract<PhoneOrder, { order: 'hear' }>): Promise<PhoneReport> {
  let heard = 0
  let lastHeard = (_at: number) => {}
  watching = {
    head: Buffer.from(`42["${event}"`),
    bytes: 0,
    heard: (packet) => {
      heard += 1
      if (heard % clients.length !== 0) return
      lastHeard(madeAt(packet))
    },
  }
  const report = await measure(async (record) => {
    for (let time = 0; time < times; time += 1) {
      const at = await Promise.race([
        new Promise<number>((resolve) => (lastHeard = resolve)),
        wait(5000, null),
      ])
      record(at === null ? 5000 : Date.now() - at, at !== null, 'nothing was heard')
    }
  })
  watching = null
  return report
}

type Note = (ms: number, ok: boolean, text: string) => void

function ask(index: number, { event, payload }: Question) {
  const phone = clients[index]
  if (!phone) throw new Error(`There is no phone ${index}`)
  unique += 1
  const key = `bench-key-${process.pid}-${unique}`
  const filled = payload.replace(/"?\{(\w+)\}"?/g, (whole: string, word: string) => {
    if (word === 'n') return String(unique)
    const value = word === 'key' ? key : phone.words[word]
    return value === undefined ? whole : `"${value}"`
  })
  return phone.client.ask(event, filled)
}

async function askAll(
  index: number,
  questions: readonly Question[],
  record: Note,
): Promise<void> {
  for (const question of questions) {
    const answer = await ask(index, question)
    record(monotonicMs() - answer.sentAt, answer.ok, answer.text)
  }
}

async function measure(work: (record: Note) => Promise<void>): Promise<PhoneReport> {
  const times: number[] = []
  let refused = 0
  let bytes = 0
  let firstRefusal: string | null = null
  const started = monotonicMs()
  await work((ms, ok, text) => {
    times.push(ms)
    bytes += text.length
    if (ok) return
    refused += 1
    firstRefusal ??= text.slice(0, 200)
  })
  const ms = monotonicMs() - started
  const answers = times.length - refused
  return {
    ms,
    answers,
    refused,
    firstRefusal,
    latency: percentiles(times),
    perSecond: (answers / ms) * 1000,
    bytes,
    heard: null,
  }
}
