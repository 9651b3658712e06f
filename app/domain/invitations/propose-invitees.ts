import type { Room, SeatRole } from '#app/domain/meetings/meeting.ts'
import { membersOf, type SessionBody } from '#app/domain/voting/convened-body.ts'
import { SIDES, VOTING_SIDES, type Side } from '#app/domain/organisation/side.ts'

/** Somebody of a compound's roster, as far as it matters for asking them. */
export type RosterPerson = { personId: string; side: Side }

export type ProposedInvitee = {
  personId: string
  side: Side
  role: SeatRole
  canVote: boolean
}

/** As what somebody can be asked who has no part of their own: they speak, and never vote. */
export const GUEST_ROLES = ['observer', 'expert', 'supervisor'] as const satisfies SeatRole[]
export type GuestRole = (typeof GUEST_ROLES)[number]

/** One of the committees answers for them; the others are welcome without an invitation. */
const MOST: Partial<Record<Side, number>> = { committees: 1 }

/** Sides that are asked by themselves; whoever else should come is added by hand. */
const ASKED: Record<Room, readonly Side[]> = {
  council: ['residents', 'property', 'owners', 'committees', 'police'],
  // Residents drop in as they like; who has to answer them is asked.
  tearoom: ['property', 'committees', 'police'],
  // Two neighbours and a mediator: nobody can guess who.
  talkroom: [],
}

/**
 * Whom to ask, from the roster: every side that has a part in such a session,
 * without those who lead and record it. Somebody who is on the roster twice is
 * asked once, for the first side in the order of the table.
 */
export function proposeInvitees(
  room: Room,
  roster: readonly RosterPerson[],
  officerIds: readonly (string | null)[],
  as: SessionBody = 'deliberation',
): ProposedInvitee[] {
  const asked = new Set<string | null>(officerIds)
  return SIDES.flatMap((side) => {
    // A body meets by itself: its members are asked, and others are welcome to sit in.
    if (!(membersOf(as) ?? ASKED[room]).includes(side)) return []
    const free = roster.filter((person) => person.side === side && !asked.has(person.personId))
    const chosen = free
      .filter(
        (person, index) =>
          free.findIndex((each) => each.personId === person.personId) === index,
      )
      .slice(0, as === 'deliberation' ? MOST[side] : undefined)
    for (const { personId } of chosen) asked.add(personId)
    return chosen.map(({ personId }) => ({ personId, ...seatOf(side, room, as) }))
  })
}

/**
 * How somebody of a side sits at such a session unless the convener says otherwise.
 *
 * @param guestAs - as what they are asked, where their side has no part of its own.
 */
export function seatOf(
  side: Side,
  room: Room,
  as: SessionBody = 'deliberation',
  guestAs: GuestRole = 'observer',
): { side: Side; role: SeatRole; canVote: boolean } {
  const members = membersOf(as)
  if (members) {
    const isMember = members.includes(side)
    return { side, role: isMember ? 'delegate' : guestAs, canVote: isMember }
  }
  if (as === 'party-meeting') return { side, role: 'delegate', canVote: true }
  if (side === 'others') return { side, role: guestAs, canVote: false }
  return { side, role: 'delegate', canVote: room === 'council' && VOTING_SIDES.includes(side) }
}
