export type PlaceKind =
  'county' | 'town' | 'community' | 'compound' | 'grid' | 'building' | 'unit'

export type BodyKind =
  | 'party-community'
  | 'party-branch'
  | 'party-group'
  | 'building-lead'
  | 'residents'
  | 'residents-committee'
  | 'owners-committee'
  | 'property-company'
  | 'police-station'
  | 'department'
