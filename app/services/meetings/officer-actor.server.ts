import type { StaffViewer } from '#app/domain/permissions/viewer.ts'

/** As what somebody of the staff acts on a session: its officer, or one who convenes. */
export function officerActor(
  { personId: id }: StaffViewer,
  { chairId, recorderId }: { chairId: string | null; recorderId: string | null },
): { role: 'chair' | 'recorder' | 'convener'; id: string } {
  if (id === chairId) return { role: 'chair', id }
  return { role: id === recorderId ? 'recorder' : 'convener', id }
}
