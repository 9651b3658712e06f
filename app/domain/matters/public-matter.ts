import type { MatterCategory, MatterStatus } from './matter.ts'

/** What the public may follow. Before it is accepted a matter is between the desk and one person. */
export const PUBLIC_STATUSES: readonly MatterStatus[] = [
  'accepted',
  'referred',
  'scheduled',
  'deliberated',
  'in-progress',
  'reported-done',
  'return-visit',
  'closed',
  'reopened',
]

/** Between neighbours: for the parties and those who mediate, never for the public. */
export const PRIVATE_CATEGORIES: readonly MatterCategory[] = ['NEIGH']

/** A group smaller than this is not shown by itself. */
export const SMALLEST_GROUP = 5
