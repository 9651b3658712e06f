import type { Room } from '#app/domain/meetings/meeting.ts'
import { SIDES, VOTING_SIDES, type Side } from '#app/domain/organisation/side.ts'
import type { PlannedInvitee, PlannedItem } from './session-plan.ts'

/** The five parties a council session brings to one table. */
export const PARTIES: readonly Side[] = [
  'residents',
  'property',
  'owners',
  'committees',
  'police',
]

export type BalanceFinding =
  | { code: 'side-missing'; side: Side; onRoster: number }
  | { code: 'property-judges-itself'; count: number }
  | { code: 'residents-outnumbered'; residents: number; others: number }

export type SideBalance = { side: Side; invited: number; voting: number; onRoster: number }

export type Balance = { sides: SideBalance[]; findings: BalanceFinding[] }

/**
 * Who sits at the table by side, and what is out of balance. Findings warn;
 * they do not keep a notice from being sent, because a compound may have no
 * owners' committee to invite.
 *
 * @param roster - how many people of each side the compound's roster has.
 * @param officersFrom - sides that the chair or the recorder come from: the two
 *   committees are at the table when one of theirs leads it.
 */
export function checkBalance({
  room,
  invitees,
  items,
  roster,
  officersFrom,
}: {
  room: Room
  invitees: readonly Pick<PlannedInvitee, 'side' | 'role' | 'canVote'>[]
  items: readonly Pick<PlannedItem, 'kind' | 'topicType'>[]
  roster: Readonly<Partial<Record<Side, number>>>
  officersFrom: readonly Side[]
}): Balance {
  const sides = SIDES.map((side) => {
    const ofSide = invitees.filter((each) => each.side === side)
    return {
      side,
      invited: ofSide.length,
      voting: ofSide.filter((each) => each.canVote && each.role === 'delegate').length,
      onRoster: roster[side] ?? 0,
    }
  })
  const findings: BalanceFinding[] = []
  if (room === 'council') {
    for (const { side, invited, onRoster } of sides) {
      if (PARTIES.includes(side) && invited === 0 && !officersFrom.includes(side)) {
        findings.push({ code: 'side-missing', side, onRoster })
      }
    }
    const voting = (side: Side) => sides.find((each) => each.side === side)?.voting ?? 0
    const judgesProperty = items.some(
      (item) => item.kind === 'decision' && item.topicType === 'property-company-contract',
    )
    if (judgesProperty && voting('property') > 0) {
      findings.push({ code: 'property-judges-itself', count: voting('property') })
    }
    const all = sides.reduce((sum, each) => sum + each.voting, 0)
    // Those who live with the outcome should not be outvoted by those who serve them.
    const residents = voting('residents') + voting('owners')
    if (all > 0 && residents * 2 <= all) {
      findings.push({ code: 'residents-outnumbered', residents, others: all - residents })
    }
  }
  return { sides, findings }
}

/** Whether somebody of a side holds a vote when first proposed. */
export function votesByDefault(side: Side): boolean {
  return VOTING_SIDES.includes(side)
}
