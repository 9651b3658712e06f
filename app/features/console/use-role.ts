import { useLive } from '#app/features/live/live-context.tsx'

/** What this member of staff may do here; the same as the rules on the server, to hide what would be refused. */
export function useRole() {
  const { role } = useLive().me
  return {
    isChair: role === 'chair',
    mayWrite: role === 'chair' || role === 'recorder',
  }
}
