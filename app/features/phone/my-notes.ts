import { useCallback, useEffect, useState } from 'react'
import type { ItemId } from '#app/domain/shared/ids.ts'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'

/**
 * What one person writes down for themselves. It is kept by this browser and
 * sent nowhere; another person who uses the same phone has notes of their own.
 */
const placeOf = (meetingId: string, seatId: string | null, itemId: string) =>
  `730 note ${meetingId} ${seatId ?? 'staff'} ${itemId}`

export type MyNote = {
  text: string
  write: (text: string) => void
  /** Whether this browser keeps it over a reload. */
  kept: boolean
}

/** My note on one item; the same in every tab. */
export function useMyNote(itemId: ItemId): MyNote {
  const meetingId = useMeetingId()
  const { me } = useLive()
  const place = placeOf(meetingId, me.seatId, itemId)
  const [text, setText] = useState('')
  const [kept, setKept] = useState(true)
  useEffect(() => {
    setText(read(place))
    const follow = (event: StorageEvent) => {
      if (event.key === place) setText(event.newValue ?? '')
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [place])
  const writeIt = useCallback(
    (next: string) => {
      setText(next)
      setKept(write(place, next))
    },
    [place],
  )
  return { text, write: writeIt, kept }
}

/** Takes everything I wrote at this meeting off this phone. */
export function forgetMyNotes(meetingId: string, seatId: string | null): void {
  try {
    const start = placeOf(meetingId, seatId, '')
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(start)) localStorage.removeItem(name)
    }
  } catch {
    // A browser that forbids storage has kept nothing.
  }
}

function read(place: string): string {
  try {
    return localStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

function write(place: string, text: string): boolean {
  try {
    if (text) localStorage.setItem(place, text)
    else localStorage.removeItem(place)
    return true
  } catch {
    return false
  }
}
