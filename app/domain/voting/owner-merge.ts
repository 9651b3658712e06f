/**
 * When two units belong to the same elector. The law does not say whether A and
 * "A with B" are one or two; the owners' rules do.
 * `exact-set`: only the very same owners. `shared-owner`: any owner in common,
 * and whoever is connected through them.
 */
export type OwnerMergeKey = 'exact-set' | 'shared-owner'

export type MergedOwners = { elector: string; owners: string[] }

/**
 * From every unit's owners (sorted, without repeats) to the elector they belong
 * to. Electors are named after their owners, so the same register gives the
 * same names in any order.
 */
export function mergeOwners(
  ownerSets: readonly (readonly string[])[],
  key: OwnerMergeKey,
): (owners: readonly string[]) => MergedOwners {
  if (key === 'exact-set') return named
  const leaderOf = connect(ownerSets)
  const groups = new Map<string, string[]>()
  for (const owner of new Set(ownerSets.flat())) {
    const leader = leaderOf(owner)
    groups.set(leader, [...(groups.get(leader) ?? []), owner])
  }
  return (owners) => named([...(groups.get(leaderOf(owners[0] ?? '')) ?? owners)].sort())
}

function named(owners: readonly string[]): MergedOwners {
  return { elector: owners.map(escaped).join('+'), owners: [...owners] }
}

/** Keeps `+` between owners and `@` before the developer out of owners' own ids. */
function escaped(owner: string): string {
  return owner.replaceAll('%', '%25').replaceAll('+', '%2B').replaceAll('@', '%40')
}

/** Union-find over owners who share a unit. */
function connect(ownerSets: readonly (readonly string[])[]): (owner: string) => string {
  const above = new Map<string, string>()
  const leaderOf = (owner: string): string => {
    let leader = owner
    for (let next = above.get(leader); next !== undefined; next = above.get(leader)) {
      leader = next
    }
    if (leader !== owner) above.set(owner, leader)
    return leader
  }
  for (const owners of ownerSets) {
    const [first, ...others] = owners.map(leaderOf)
    for (const other of others) {
      if (first !== undefined && leaderOf(other) !== leaderOf(first)) {
        above.set(leaderOf(other), leaderOf(first))
      }
    }
  }
  return leaderOf
}
