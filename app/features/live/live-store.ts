import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import type {
  LiveHandshake,
  LiveRefusal,
  LiveRequestName,
  Reply,
  Sent,
} from '#app/live/contract.ts'
import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import { serverOffset, serverTime } from '#app/ui/clock.ts'
import { connectLive, type LiveConnection } from './live-connection.ts'
import { offlineNews } from './offline-news.ts'
import { countedTurnout, joined, pushed, type LiveView } from './live-view.ts'

/** How long an answer may take before it counts as not come; ms. */
const ANSWER_WITHIN_MS = 8000
/** The same for a phone that has just been taken out of a pocket: its connection is likely dead; ms. */
const WAKE_ANSWER_WITHIN_MS = 3000
/** A connection that is up and yet did not answer is asked again after this long; ms. */
const JOIN_AGAIN_AFTER_MS = 2000

/** What a request came to. `null`: no answer; it may or may not have been done. */
export type Answer<Name extends LiveRequestName> = Reply<Name> | null

export type LiveStore = {
  view: () => LiveView
  subscribe: (listener: () => void) => () => void
  /** Connects, and stays connected until the returned function is called. */
  start: () => () => void
  ask: <Name extends LiveRequestName>(name: Name, request: Sent<Name>) => Promise<Answer<Name>>
  /** What a page's loader brought, which may be newer than what we have. */
  offer: (answer: JoinAnswer) => void
}

/** One running meeting in this page: folds what it hears, and says when it hears nothing. */
export function createLiveStore({
  meetingId,
  face,
  first,
}: {
  meetingId: MeetingId
  face: LiveHandshake['face']
  first: LiveView
}): LiveStore {
  let view = first
  const listeners = new Set<() => void>()
  let connection: LiveConnection | null = null
  /** Requests that have no answer yet. */
  let unanswered = 0
  const news = offlineNews(() => {
    if (view.link !== 'live') show({ ...view, offline: true })
  })
  let joinTimer: ReturnType<typeof setTimeout> | undefined

  function show(next: LiveView) {
    if (next === view) return
    view = next
    for (const listener of listeners) listener()
  }

  function lost() {
    if (view.link === 'reload' || view.link === 'gone') return
    if (view.link === 'live') show({ ...view, heardAt: serverTime(view.offsetMs) })
    show({ ...view, link: 'lost' })
    news.lost()
  }

  function end(link: 'reload' | 'gone') {
    news.over()
    show({ ...view, link, offline: false })
    connection?.end()
    connection = null
  }

  async function ask<Name extends LiveRequestName>(
    name: Name,
    request: Sent<Name>,
    withinMs = ANSWER_WITHIN_MS,
  ): Promise<Answer<Name>> {
    const socket = connection?.socket
    if (!socket?.connected) return null
    unanswered += 1
    try {
      // The typed emit cannot follow a name that is a type parameter; the contract ties the two.
      const send = socket.timeout(withinMs) as unknown as {
        emitWithAck: (name: string, request: unknown) => Promise<Reply<Name>>
      }
      return await send.emitWithAck(name, request)
    } catch {
      return null
    } finally {
      unanswered -= 1
    }
  }

  async function join(withinMs?: number) {
    const lastSeq = view.link === 'starting' && view.seq === 0 ? null : view.seq
    const request = { meetingId, protocol: LIVE_PROTOCOL, lastSeq }
    const answer = await ask('meeting:join', request, withinMs)
    if (!answer) return startAnew()
    if (!answer.ok) return refusedToJoin(answer.refusal)
    news.over()
    show({
      ...joined(view, answer.value),
      link: 'live',
      offline: false,
      offsetMs: offsetAt(answer.value.serverNow),
    })
  }

  function refusedToJoin({ code }: LiveRefusal) {
    if (code === 'reload-needed') return end('reload')
    if (code === 'no-such-meeting') return end('gone')
    joinLater()
  }

  /**
   * A connection that stands and gives no answer is dead without knowing it, as
   * after a sleep or behind a proxy that keeps what it should pass on. A lost
   * one comes back by itself.
   */
  function startAnew() {
    lost()
    const socket = connection?.socket
    if (!socket?.connected) return
    // Not `engine.close`, which waits until all that was asked has gone out over the dead line.
    socket.disconnect()
    socket.connect()
  }

  /** For a server that answered, and could not let us in just now. */
  function joinLater() {
    lost()
    clearTimeout(joinTimer)
    if (connection?.socket.connected)
      joinTimer = setTimeout(() => void join(), JOIN_AGAIN_AFTER_MS)
  }

  /** A phone that slept may hold a connection that is dead without knowing it. */
  function wake() {
    if (document.visibilityState === 'hidden' || !connection) return
    if (connection.socket.connected) void join(WAKE_ANSWER_WITHIN_MS)
    else connection.socket.connect()
  }

  function start() {
    const mine = connectLive({ face, isBusy: () => unanswered > 0 })
    connection = mine
    const { socket } = mine
    // Until the socket has said better, the page itself says how far this device's clock is off.
    if (view.link === 'starting') show({ ...view, offsetMs: offsetAt(view.heardAt) })
    socket.on('connect', () => void join())
    socket.on('disconnect', lost)
    socket.on('connect_error', lost)
    socket.on('meeting:events', (push) => {
      if (push.meetingId !== meetingId) return
      const heard = pushed(view, push)
      if (heard.gap) void join()
      else show(heard.view)
    })
    socket.on('ballot:turnout', ({ meetingId: of, ...turnout }) => {
      if (of === meetingId) show(countedTurnout(view, turnout))
    })
    socket.on('meeting:removed', ({ meetingId: from }) => {
      if (from === meetingId) end('gone')
    })
    document.addEventListener('visibilitychange', wake)
    window.addEventListener('pageshow', wake)
    window.addEventListener('online', wake)
    return () => {
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('pageshow', wake)
      window.removeEventListener('online', wake)
      news.over()
      clearTimeout(joinTimer)
      if (connection === mine) connection = null
      mine.end()
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start,
    ask,
    offer: (answer) => show(joined(view, answer)),
  }
}

/** @param serverNow - the server's time, ms since the epoch, in an answer that came just now. */
function offsetAt(serverNow: number): number {
  return serverOffset(new Date(serverNow).toISOString())
}
