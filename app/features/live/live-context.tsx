import {
  createContext,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import type { LiveHandshake } from '#app/live/contract.ts'
import { useNow } from '#app/ui/clock.ts'
import { GonePage } from './gone-page.tsx'
import { createLiveStore, type LiveStore } from './live-store.ts'
import { firstView, type LiveView } from './live-view.ts'

type Live = { meetingId: MeetingId; store: LiveStore; firstNow: number }

const LiveContext = createContext<Live | null>(null)

type Props = {
  meetingId: MeetingId
  face: LiveHandshake['face']
  /** What the page's loader was told; with a snapshot. */
  answer: JoinAnswer
  children: ReactNode
}

/**
 * Keeps one meeting live for everything inside. What the server rendered is the
 * first view, so the page says the right thing before the socket is up, and
 * without any script.
 */
export function LiveMeeting({ meetingId, face, answer, children }: Props) {
  const [live] = useState<Live>(() => {
    const first = firstView(answer)
    if (!first) throw new Error('A page begins with the whole meeting')
    return {
      meetingId,
      store: createLiveStore({ meetingId, face, first }),
      firstNow: answer.serverNow,
    }
  })
  useEffect(() => live.store.start(), [live])
  useEffect(() => live.store.offer(answer), [live, answer])
  return (
    <LiveContext.Provider value={live}>
      <WhileWelcome>{children}</WhileWelcome>
    </LiveContext.Provider>
  )
}

function WhileWelcome({ children }: { children: ReactNode }) {
  return useLive().link === 'gone' ? <GonePage /> : children
}

/** The running meeting, again whenever something happens in it. */
export function useLive(): LiveView {
  const { store } = useLiveParts()
  return useSyncExternalStore(store.subscribe, store.view, store.view)
}

export function useLiveStore(): LiveStore {
  return useLiveParts().store
}

export function useMeetingId(): MeetingId {
  return useLiveParts().meetingId
}

/**
 * The server's time in ms, each second; the time of the answer until the page
 * has woken up. While the connection is away it stands still at the last word
 * heard, because a countdown nobody can check would be a promise.
 */
export function useServerNow(everyMs = 1000): number {
  const { firstNow } = useLiveParts()
  const { offsetMs, offline, heardAt } = useLive()
  const now = useNow(offsetMs, everyMs) ?? firstNow
  return offline ? heardAt : now
}

/** Whether a script runs in this page yet. Before that, forms go the long way. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return awake
}

function useLiveParts(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('Only inside <LiveMeeting>')
  return live
}
