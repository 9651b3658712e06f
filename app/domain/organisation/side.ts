/** The parties around the table. `others` are experts, departments and guests: they speak and do not vote. */
export const SIDES = [
  'residents',
  'property',
  'owners',
  'committees',
  'police',
  'others',
] as const
export type Side = (typeof SIDES)[number]

/** Whose delegates take part in a session's vote unless the convener says otherwise. */
export const VOTING_SIDES: readonly Side[] = ['residents', 'property', 'owners']
