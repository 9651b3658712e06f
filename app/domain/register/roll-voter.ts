import type { RollVoter } from './register.ts'
import type { RegisterOwner, RegisterUnit } from './register-unit.ts'

/**
 * Who casts the one ballot of an elector that owns these units.
 *
 * Co-owners vote through the one they have designated; where they named nobody, or two for
 * different units, the ballot is held until they agree. A ward votes through the guardian and an
 * organisation through its legal representative, designated or not.
 *
 * @see 业主大会和业主委员会指导规则 Art. 25.
 */
export function voterOf(units: readonly Pick<RegisterUnit, 'owners'>[]): RollVoter {
  const chosen = new Map<string, RegisterOwner | null>()
  for (const { owners } of units) {
    const set = owners
      .map(({ id }) => id)
      .toSorted()
      .join(' ')
    const named = owners.length === 1 ? owners[0] : owners.find(({ designated }) => designated)
    const before = chosen.get(set)
    if (before && named && before.id !== named.id) return { as: 'undesignated' }
    chosen.set(set, before ?? named ?? null)
  }
  const [first, ...others] = [...chosen.values()]
  if (!first || others.some((other) => other?.id !== first.id)) return { as: 'undesignated' }
  return actingFor(first, { alone: units.every(({ owners }) => owners.length === 1) })
}

/** How somebody casts once it is clear which owner it is. */
export function actingFor(
  owner: Pick<RegisterOwner, 'id' | 'kind' | 'agent'>,
  { alone }: { alone: boolean },
): RollVoter {
  if (owner.kind === 'person') {
    return { as: alone ? 'owner' : 'designated-co-owner', ownerId: owner.id }
  }
  const needed = owner.kind === 'ward' ? 'guardian' : 'legal-representative'
  return owner.agent?.kind === needed
    ? { as: needed, ownerId: owner.id, name: owner.agent.name }
    : { as: 'agent-missing', ownerId: owner.id }
}
