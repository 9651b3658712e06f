/** What a member of staff is here for. Town and county read; cadres convene; recorders write minutes. */
export type StaffRole = 'cadre' | 'recorder' | 'town' | 'county'

export type StaffViewer = {
  kind: 'staff'
  accountId: string
  personId: string
  name: string
  role: StaffRole
  scopeId: string
  /** The communities this person may read; for a cadre or recorder exactly one. */
  communityIds: readonly string[]
}

/** Somebody with a personal link: one seat at one meeting, nothing else. */
export type SeatViewer = {
  kind: 'seat'
  meetingId: string
  seatId: string
  personId: string
  communityId: string
  /** Of the link that was opened; one that was revoked since has a higher one. */
  linkVersion: number
}

/** The hall's screen, opened with a screen link. */
export type ScreenViewer = {
  kind: 'screen'
  meetingId: string
  communityId: string
  linkVersion: number
}

/** Who reads or acts. Every read takes one. */
export type Viewer = { kind: 'guest' } | StaffViewer | SeatViewer | ScreenViewer

export const GUEST: Viewer = { kind: 'guest' }
