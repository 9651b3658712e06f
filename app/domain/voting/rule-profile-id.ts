/** The rules that come with the product. */
export const RULE_PROFILE_IDS = [
  'deliberation',
  'residents-meeting',
  'residents-reps-meeting',
  'residents-committee-election-by-reps',
  'owners-general',
  'owners-special',
  'owners-committee',
  'unanimous-interested',
  'party-meeting',
  'village-meeting-adults',
  'village-meeting-households',
  'village-reps-meeting',
] as const
export type RuleProfileId = (typeof RULE_PROFILE_IDS)[number]

/** A county's own rule beside one that the product knows: `local-owners-general-7k4mq`. */
export type LocalProfileId = `local-${RuleProfileId}-${string}`

const LOCAL = new RegExp(`^local-(${RULE_PROFILE_IDS.join('|')})-[0-9a-z]{4,12}$`)

/**
 * @param letters - what tells it from others beside the same rule; it is never used for a second
 *   one, so that nothing that names it ever means something else.
 */
export function localProfileId(kin: RuleProfileId, letters: string): LocalProfileId {
  return `local-${kin}-${letters}`
}

export function isLocalProfileId(id: string): id is LocalProfileId {
  return LOCAL.test(id)
}

/**
 * The rule the product knows that a rule is, or stands beside: whose body decides by it, and how
 * that body votes. Read from the id, because the record of a ballot has nothing else of it.
 */
export function kinOf(id: string): RuleProfileId | null {
  const kin = LOCAL.exec(id)?.[1] ?? id
  return RULE_PROFILE_IDS.find((each) => each === kin) ?? null
}
