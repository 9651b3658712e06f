import { useRef, useState } from 'react'
import type { Sent } from '#app/live/contract.ts'
import { useLiveStore, useMeetingId } from './live-context.tsx'
import { makeKey } from './make-key.ts'
import type { Trouble } from './trouble.tsx'

export type RoomAct = Sent<'meeting:command'>['command']

export type Act = {
  /** Asks the meeting to do something. True once it is done. */
  act: (command: RoomAct) => Promise<boolean>
  /** What was asked and is not answered yet. */
  busy: RoomAct['type'] | null
  /** Why the last request came to nothing; gone with the next one. */
  trouble: Trouble | null
  clear: () => void
}

/** For the buttons of one part of a page; trouble is shown beside them. */
export function useAct(): Act {
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const [busy, setBusy] = useState<RoomAct['type'] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  // The same press again, after no answer came, is the same decision.
  const unanswered = useRef<{ command: string; key: string } | null>(null)

  async function act(command: RoomAct): Promise<boolean> {
    const text = JSON.stringify(command)
    const key = unanswered.current?.command === text ? unanswered.current.key : makeKey()
    setBusy(command.type)
    setTrouble(null)
    const answer = await store.ask('meeting:command', { meetingId, key, command })
    unanswered.current = answer ? null : { command: text, key }
    setBusy(null)
    if (!answer) setTrouble({ code: 'no-answer' })
    else if (!answer.ok) setTrouble(answer.refusal)
    return answer?.ok ?? false
  }

  return { act, busy, trouble, clear: () => setTrouble(null) }
}
