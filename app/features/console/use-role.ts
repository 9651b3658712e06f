import { useLive } from '#app/features/live/live-context.tsx'

/**
 * What this person may do here; the same as the rules on the server, to hide
 * what would be refused. Read from the log, because the chair can change hands
 * while the page is open.
 */
export function useRole() {
  const { me, meeting } = useLive()
  const id = me.seatId ?? me.actorId
  const isChair = meeting.chair.id === id
  return {
    isChair,
    mayWrite: isChair || meeting.recorder.id === id,
    /** Named in the notice, and not in the chair now. */
    mayTakeBack: !isChair && meeting.appointedChair.id === id,
  }
}
