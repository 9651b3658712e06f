import type { Compound } from './community.ts'

/** What a cadre sees of their community to keep it in order. */
export type CommunityAdmin = {
  compounds: (Compound & { buildings: string[] })[]
  accounts: {
    id: string
    name: string
    login: string
    role: 'cadre' | 'recorder' | 'town' | 'county'
    closed: boolean
    own: boolean
  }[]
  /** People of the two committees who have no account yet. */
  candidates: { personId: string; name: string; title: string }[]
}
