import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What the line does to what passes over it, both ways. All of it is drawn from the proxy's own chance. */
export type Toxics = {
  /** Each piece waits so long, give or take `jitterMs`; pieces of one connection stay in order. */
  latencyMs: number
  jitterMs: number
  /** Pieces are cut into at most so many bytes; null leaves them whole. */
  sliceBytes: number | null
  /** Part of the pieces, 0 to 1, after which the connection is reset instead. */
  resets: number
  /** Bytes that pass before a connection is reset in the middle of a piece; null for no end. */
  limitBytes: number | null
  /** Keeps everything that comes from the server, as a proxy that buffers does. */
  holds: boolean
  /** Turns new connections away. */
  refuses: boolean
  /** New connections gather for so long and are let through in an order drawn by chance; null lets each through as it comes. */
  shuffleMs: number | null
}

export const CLEAN: Toxics = {
  latencyMs: 0,
  jitterMs: 0,
  sliceBytes: null,
  resets: 0,
  limitBytes: null,
  holds: false,
  refuses: false,
  shuffleMs: null,
}

export type FaultProxy = {
  port: number
  /** What the line does from now on, also to connections that stand. */
  poison: (toxics: Partial<Toxics>) => void
  /** Cuts part of the connections that stand, drawn by chance; 1 cuts them all. */
  cut: (part: number) => void
  /** Nothing passes any more over the connections that stand, and nobody is told; new ones are well. */
  abandon: () => void
  /** Connections made so far, those that were cut or reset, and those that one which came later has overtaken. */
  seen: () => { made: number; broken: number; overtaken: number }
  close: () => Promise<void>
}

type Way = { from: Socket; to: Socket; isHeld: () => boolean }

/** A bad network in front of a port, at the level of TCP: whatever is spoken over it. */
export async function startFaultProxy(
  target: number,
  chance: () => number,
): Promise<FaultProxy> {
  let toxics = CLEAN
  let made = 0
  let broken = 0
  let overtaken = 0
  let gathered: Socket[] = []
  const lines = new Set<{ end: () => void; resume: () => void; abandon: () => void }>()

  const server = createServer((client) => {
    if (toxics.refuses) return void client.resetAndDestroy()
    if (toxics.shuffleMs === null) return letThrough(client)
    // Whoever gives up meanwhile is let through all the same, and closes at once.
    client.on('error', () => undefined)
    gathered.push(client)
    if (gathered.length === 1) setTimeout(shuffle, toxics.shuffleMs)
  })

  /** Lets those who have gathered through, in another order than they came in. */
  function shuffle() {
    const came = gathered
    gathered = []
    const goes = came
      .map((client, place) => ({ client, place, draw: chance() }))
      .sort((a, b) => a.draw - b.draw)
    for (const [index, { client, place }] of goes.entries()) {
      if (goes.slice(0, index).some((earlier) => earlier.place > place)) overtaken += 1
      letThrough(client)
    }
  }

  function letThrough(client: Socket) {
    if (client.destroyed) return
    made += 1
    const upstream = connect(target, '127.0.0.1')
    const end = () => {
      lines.delete(line)
      client.resetAndDestroy()
      upstream.resetAndDestroy()
    }
    const breakIt = () => {
      if (lines.has(line)) broken += 1
      end()
    }
    let abandoned = false
    const isHeld = () => abandoned || toxics.holds
    const up = relay({ from: client, to: upstream, isHeld: () => abandoned }, breakIt)
    const down = relay({ from: upstream, to: client, isHeld }, breakIt)
    const line = {
      end: breakIt,
      resume: () => {
        up()
        down()
      },
      abandon: () => void (abandoned = true),
    }
    lines.add(line)
    for (const socket of [client, upstream]) {
      socket.on('error', end)
      socket.on('close', end)
    }
  }

  /** @returns what looks again at the pieces that wait. */
  function relay({ from, to, isHeld }: Way, breakIt: () => void): () => void {
    const waiting: { piece: Buffer; dueAt: number }[] = []
    let lastDue = 0
    let passed = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      while (!isHeld() && waiting[0] && waiting[0].dueAt <= performance.now()) {
        const next = waiting.shift()
        if (!next) break
        passed += next.piece.length
        if (to.writable) to.write(next.piece)
        const tooMuch = toxics.limitBytes !== null && passed > toxics.limitBytes
        if (tooMuch || chance() < toxics.resets) return breakIt()
      }
      if (waiting[0] && !isHeld()) {
        timer = setTimeout(look, Math.max(0, waiting[0].dueAt - performance.now()))
      }
    }
    from.on('data', (data: Buffer) => {
      const delay = toxics.latencyMs + (chance() * 2 - 1) * toxics.jitterMs
      lastDue = Math.max(lastDue, performance.now() + Math.max(0, delay))
      for (const piece of slices(data)) waiting.push({ piece, dueAt: lastDue })
      look()
    })
    from.on('close', () => clearTimeout(timer))
    return look
  }

  function slices(data: Buffer): Buffer[] {
    const { sliceBytes } = toxics
    if (sliceBytes === null) return [data]
    const pieces: Buffer[] = []
    for (let from = 0; from < data.length;) {
      const length = 1 + Math.floor(chance() * sliceBytes)
      pieces.push(data.subarray(from, from + length))
      from += length
    }
    return pieces
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    poison(changed) {
      toxics = { ...CLEAN, ...changed }
      for (const line of lines) line.resume()
    },
    cut(part) {
      for (const line of [...lines]) if (chance() < part) line.end()
    },
    abandon() {
      for (const line of lines) line.abandon()
    },
    seen: () => ({ made, broken, overtaken }),
    close: async () => {
      for (const client of gathered) client.destroy()
      for (const line of [...lines]) line.end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Chance that is the same again for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
