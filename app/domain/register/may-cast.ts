import { assertNever } from '#app/domain/shared/assert-never.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import { proxyAnswer } from './proxy-answer.ts'
import type {
  AgentKind,
  Designation,
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
  /** Whom the co-owners named after the roll was frozen, or who acts for a ward or a firm. */
  designation: Designation | null
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
  /** What the paper says instead, in its own words. */
  | { code: 'against-instruction'; instructed: ProxyInstruction }

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
  vote: {
    origin: VoteOrigin
    item: string
    question: BallotQuestion
    mark: Mark
    duplicate: DuplicateBallot
  },
): Result<CastRight, MayCastRefusal> {
  const personal = mayActFor(elector, by)
  if (!personal.ok) return personal
  if (by.as === 'proxy') {
    const instructed = againstInstruction(elector.proxy?.instructions ?? [], vote)
    if (instructed) return refuse({ code: 'against-instruction', instructed })
  }
  if (elector.cast && !replaces(elector.cast, vote)) {
    return refuse({ code: 'already-cast', origin: elector.cast.origin })
  }
  return ok({
    endsProxy: by.as !== 'proxy' && elector.proxy !== null,
    replaces: elector.cast !== null,
  })
}

/** What a proxy was told, where a ballot says something else; null where it does not. */
function againstInstruction(
  instructions: readonly ProxyInstruction[],
  { item, question, mark }: { item: string; question: BallotQuestion; mark: Mark },
): ProxyInstruction | null {
  const answer = proxyAnswer(instructions, { title: item, question })
  if (answer.kind === 'unfit') return answer.told
  const isOther = answer.kind === 'told' && answer.mark !== mark
  return isOther
    ? (instructions.find((each) => each.item.trim() === item.trim()) ?? null)
    : null
}

function mayActFor(
  { owners, voter, designation, proxy }: CastingElector,
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

  const settled = settledVoter(voter, owners, designation)
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

/**
 * The voter on the roll, or who was named since: by co-owners which of them, for a ward or a firm
 * who acts. What the roll settled stays.
 */
export function settledVoter(
  voter: RollVoter,
  owners: readonly RollOwner[],
  designation: Designation | null,
): RollVoter {
  if (!isHeld(voter) || !designation) return voter
  const named = owners.find(({ ownerId }) => ownerId === designation.ownerId)
  if (!named || ('ownerId' in voter && voter.ownerId !== named.ownerId)) return voter
  const { ownerId, kind } = named
  const { agentName } = designation
  const needed = kind === 'ward' ? 'guardian' : 'legal-representative'
  const agent = named.agent ?? (agentName === null ? null : { kind: needed, name: agentName })
  return actingFor({ id: ownerId, kind, agent }, { alone: false })
}

/** Whether nobody can cast this ballot until somebody has been named. */
export function isHeld(
  voter: RollVoter,
): voter is Extract<RollVoter, { as: 'undesignated' | 'agent-missing' }> {
  return voter.as === 'undesignated' || voter.as === 'agent-missing'
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
