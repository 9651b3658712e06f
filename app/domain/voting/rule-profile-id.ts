/** The rules that come with the product; a county's own have ids of their own beside these. */
export type RuleProfileId =
  | 'deliberation'
  | 'residents-meeting'
  | 'residents-reps-meeting'
  | 'residents-committee-election-by-reps'
  | 'owners-general'
  | 'owners-special'
  | 'owners-committee'
  | 'unanimous-interested'
  | 'party-meeting'
  | 'village-meeting-adults'
  | 'village-meeting-households'
  | 'village-reps-meeting'
