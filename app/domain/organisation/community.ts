/** A community with the names around it and the compounds in it. */
export type Community = {
  id: string
  name: string
  nameEn: string
  town: string
  townEn: string
  code: string
  hotline: string | null
  compounds: Compound[]
}

export type Compound = { id: string; name: string; nameEn: string; hall: string | null }

/** What a town or county reads of a community. */
export type CommunityFigures = {
  id: string
  name: string
  nameEn: string
  code: string
  /** Sessions held in the last ninety days, talk rooms left out. */
  sessions: number
  raised: number
  closed: number
  solved: number
  overdue: number
}
