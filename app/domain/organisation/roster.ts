import type { Side } from './side.ts'

/** A line of a community's roster: who speaks for which body, on which side. */
export type RosterEntry = {
  membershipId: string
  personId: string
  name: string
  phone: string | null
  needsCall: boolean
  side: Side
  title: string
  titleEn: string
  building: string | null
  body: string
  bodyEn: string
  /** null: for the whole community. */
  compoundId: string | null
}
