import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { useLive, useLiveStore, useMeetingId } from '#app/features/live/live-context.tsx'

/** Asked for again so often; ms. It is no part of the log: whose line was bad is not minuted. */
const ASK_EVERY_MS = 5000

export type PhoneLine = 'online' | 'lost' | 'none'

/** Seats whose phone is connected, and those whose phone was and is not any more. */
type Phones = { online: ReadonlySet<string>; lost: ReadonlySet<string> }

const NOBODY: Phones = { online: new Set(), lost: new Set() }
const PhonesContext = createContext<Phones>(NOBODY)

/** Asks whose phones are connected for as long as this page is, for everything inside. */
export function PhonesOnline({ children }: { children: ReactNode }) {
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const { link } = useLive()
  const [phones, setPhones] = useState(NOBODY)
  useEffect(() => {
    if (link !== 'live') return
    let left = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const answer = await store.ask('phones:online', { meetingId })
      if (left) return
      if (answer?.ok) setPhones((known) => heard(known, answer.value.seatIds))
      timer = setTimeout(() => void ask(), ASK_EVERY_MS)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [store, meetingId, link])
  return <PhonesContext.Provider value={phones}>{children}</PhonesContext.Provider>
}

export function usePhones(): Phones {
  return useContext(PhonesContext)
}

export function lineOf({ online, lost }: Phones, seatId: string): PhoneLine {
  if (online.has(seatId)) return 'online'
  return lost.has(seatId) ? 'lost' : 'none'
}

function heard({ online, lost }: Phones, seatIds: readonly string[]): Phones {
  const now = new Set(seatIds)
  const gone = [...online, ...lost].filter((seatId) => !now.has(seatId))
  return { online: now, lost: new Set(gone) }
}
