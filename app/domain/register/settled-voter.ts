import type { Designation, RollOwner, RollVoter } from './register.ts'
import { actingFor } from './roll-voter.ts'

/**
 * The voter on the roll, or who was named since: by co-owners which of them, for a ward or a firm
 * who acts. What the roll settled stays.
 *
 * @see 业主大会和业主委员会指导规则 Art. 25 (co-owners, guardians).
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
