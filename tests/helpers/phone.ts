import { connectLive } from '#app/features/live/live-connection.ts'
import { firstView, joined, pushed, type LiveView } from '#app/features/live/live-view.ts'
import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import type { LiveHandshake, LiveRequestName, Reply, Sent } from '#app/live/contract.ts'
import { MEETING } from './meeting-setting.ts'

export type Phone = {
  view: () => LiveView | null
  /** How this phone is connected, and since when it is not. */
  transport: () => string | null
  /** So often it has joined. */
  joins: () => number
  turnout: () => number
  removed: () => boolean
  ask: <Name extends LiveRequestName>(
    name: Name,
    request: Sent<Name>,
  ) => Promise<Reply<Name> | null>
  /** Casts until it is answered, with one key, as a phone does. */
  vote: (ballotId: string, choice: 'yes' | 'no' | 'abstain') => Promise<Reply<'ballot:cast'>>
  /** Resolves once this is so. */
  until: (isSo: (phone: Phone) => boolean) => Promise<void>
  close: () => void
}

/** A page's connection and what it folds, without the page: comes back, moves and catches up as one does. */
export function openPhone(
  url: string,
  { cookie, face = 'seat' }: { cookie: string; face?: LiveHandshake['face'] },
): Phone {
  const meetingId = MEETING as MeetingId
  let view: LiveView | null = null
  let joins = 0
  let cast = 0
  let gone = false
  let unanswered = 0
  let keys = 0
  let waiting: (() => void)[] = []
  const look = () => {
    for (const each of waiting.splice(0)) each()
  }
  const { socket, end } = connectLive({
    url,
    face,
    isBusy: () => unanswered > 0,
    extraHeaders: { cookie, origin: url },
  })
  const ask: Phone['ask'] = async (name, request) => {
    if (!socket.connected) return null
    unanswered += 1
    try {
      // The typed emit cannot follow a name that is a type parameter; the contract ties the two.
      const send = socket.timeout(8000) as unknown as {
        emitWithAck: (name: string, request: unknown) => Promise<never>
      }
      return await send.emitWithAck(name, request)
    } catch {
      return null
    } finally {
      unanswered -= 1
    }
  }
  const join = async () => {
    const answer = await ask('meeting:join', {
      meetingId,
      protocol: LIVE_PROTOCOL,
      lastSeq: view?.seq ?? null,
    })
    if (!answer?.ok) return
    view = view ? joined(view, answer.value) : firstView(answer.value)
    joins += 1
    look()
  }
  socket.on('connect', () => void join())
  socket.on('disconnect', look)
  socket.on('meeting:events', (push) => {
    if (!view) return
    const heard = pushed(view, push)
    if (heard.gap) void join()
    view = heard.view
    look()
  })
  socket.on('ballot:turnout', (turnout) => {
    cast = turnout.cast
    look()
  })
  socket.on('meeting:removed', () => {
    gone = true
    look()
  })
  const until: Phone['until'] = async (isSo) => {
    while (!isSo(phone)) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]))
  }
  const phone: Phone = {
    view: () => view,
    transport: () => (socket.connected ? (socket.io.engine?.transport.name ?? null) : null),
    joins: () => joins,
    turnout: () => cast,
    removed: () => gone,
    ask,
    until,
    async vote(ballotId, choice) {
      const key = `${cookie.slice(-8).replace(/[^A-Za-z0-9]/g, 'x')}-vote-${(keys += 1)}`
      for (;;) {
        const reply = await ask('ballot:cast', { meetingId, ballotId, choice, key })
        if (reply && (reply.ok || reply.refusal.code !== 'busy')) return reply
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    close: end,
  }
  return phone
}
