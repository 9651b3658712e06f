import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { recall, remember } from '#app/features/live/session-memory.ts'

export type Draft = {
  /** What was typed into the fields before, by their names. */
  typed: () => Readonly<Record<string, string>>
  keep: (form: HTMLFormElement) => void
  forget: () => void
}

/** What somebody began to write and closed, or had to leave for a ballot. It stays until it is sent. */
export function useDraft(about: string): Draft {
  const meetingId = useMeetingId()
  const { me } = useLive()
  const place = `draft:${meetingId}:${me.seatId ?? ''}:${about}`
  return {
    typed: () => (recall(place) ?? {}) as Record<string, string>,
    keep: (form) => remember(place, Object.fromEntries(new FormData(form))),
    forget: () => remember(place, null),
  }
}
