import { assertNever } from '#app/domain/shared/assert-never.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Choice, VoteOrigin } from '#app/domain/voting/ballot.ts'
import type {
  AgentKind,
  DuplicateBallot,
  ProxyInstruction,
  RollOwner,
  RollVoter,
} from './register.ts'
import { actingFor } from './roll-voter.ts'

/** Who wants to cast an elector's ballot. */
export type Caster =
  | { as: 'owner'; ownerId: string }
  | { as: AgentKind; ownerId: string }
  | { as: 'developer' }
  | { as: 'proxy'; proxyId: string }

/** An elector as it stands when somebody wants to cast its ballot. */
export type CastingElector = {
  owners: readonly RollOwner[]
  voter: RollVoter
  /** Whom the co-owners named after the roll was frozen. */
  designatedId: string | null
  /** The proxy in force, if there is one. */
  proxy: { id: string; instructions: readonly ProxyInstruction[] } | null
  /** The ballot that is already there, by whatever way it came. */
  cast: { origin: VoteOrigin } | null
}

export type MayCastRefusal =
  | { code: 'already-cast'; origin: VoteOrigin }
  | { code: 'not-on-this-line' }
  | { code: 'co-owners-undesignated' }
  | { code: 'not-the-designated-co-owner' }
  | { code: 'guardian-must-cast' }
  | { code: 'representative-must-cast' }
  | { code: 'agent-not-on-roll' }
  | { code: 'no-such-proxy' }
  | { code: 'against-instruction'; instructed: Choice }

/** `endsProxy`: whoever appears in person takes their proxy back by that. */
export type CastRight = { endsProxy: boolean; replaces: boolean }

/**
 * Whether somebody may cast an elector's one ballot now, and why not.
 *
 * One elector has one ballot, whatever its origin: what happens to a second one is the rule that
 * was announced before the vote. A proxy answers as it was told, and ends when the owner appears.
 *
 * @see 业主大会和业主委员会指导规则 Art. 25 (co-owners, guardians), Art. 26 (written proxies).
 */
export function mayCast(
  elector: CastingElector,
  by: Caster,
  vote: { origin: VoteOrigin; item: string; choice: Choice; duplicate: DuplicateBallot },
): Result<CastRight, MayCastRefusal> {
  const personal = mayActFor(elector, by)
  if (!personal.ok) return personal
  if (by.as === 'proxy') {
    const told = elector.proxy?.instructions.find(({ item }) => item === vote.item)?.choice
    if (told && told !== 'as-the-holder-sees-fit' && told !== vote.choice) {
      return refuse({ code: 'against-instruction', instructed: told })
    }
  }
  if (elector.cast && !replaces(elector.cast, vote)) {
    return refuse({ code: 'already-cast', origin: elector.cast.origin })
  }
  return ok({
    endsProxy: by.as !== 'proxy' && elector.proxy !== null,
    replaces: elector.cast !== null,
  })
}

function mayActFor(
  { owners, voter, designatedId, proxy }: CastingElector,
  by: Caster,
): Result<null, MayCastRefusal> {
  if (by.as === 'proxy') {
    return proxy?.id === by.proxyId ? ok(null) : refuse({ code: 'no-such-proxy' })
  }
  if (by.as === 'developer') {
    return voter.as === 'developer' ? ok(null) : refuse({ code: 'not-on-this-line' })
  }
  const owner = owners.find(({ ownerId }) => ownerId === by.ownerId)
  if (!owner) return refuse({ code: 'not-on-this-line' })

  const settled = settledVoter(voter, owners, designatedId)
  switch (settled.as) {
    case 'undesignated':
      return refuse({ code: 'co-owners-undesignated' })
    case 'developer':
      return refuse({ code: 'not-on-this-line' })
    case 'agent-missing':
      return refuse({ code: 'agent-not-on-roll' })
    case 'owner':
    case 'designated-co-owner':
      return settled.ownerId === by.ownerId && by.as === 'owner'
        ? ok(null)
        : refuse({ code: 'not-the-designated-co-owner' })
    case 'guardian':
    case 'legal-representative': {
      if (settled.ownerId !== by.ownerId) return refuse({ code: 'not-the-designated-co-owner' })
      if (by.as === settled.as) return ok(null)
      return settled.as === 'guardian'
        ? refuse({ code: 'guardian-must-cast' })
        : refuse({ code: 'representative-must-cast' })
    }
    default:
      return assertNever(settled)
  }
}

/** The voter on the roll, or whom co-owners have named since. What the roll settled stays. */
export function settledVoter(
  voter: RollVoter,
  owners: readonly RollOwner[],
  designatedId: string | null,
): RollVoter {
  const named = owners.find(({ ownerId }) => ownerId === designatedId)
  if (voter.as !== 'undesignated' || !named) return voter
  const { ownerId, kind, agent } = named
  return actingFor({ id: ownerId, kind, agent }, { alone: false })
}

function replaces(
  cast: { origin: VoteOrigin },
  { origin, duplicate }: { origin: VoteOrigin; duplicate: DuplicateBallot },
): boolean {
  switch (duplicate) {
    case 'first-stands':
      return false
    case 'last-before-close':
      return true
    case 'paper-first':
      return origin === 'paper' && cast.origin !== 'paper'
    default:
      return assertNever(duplicate)
  }
}
