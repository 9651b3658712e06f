import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import type { SessionBody } from '#app/domain/voting/convened-body.ts'
import { ruleOfBody } from '#app/domain/voting/rule-of-body.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import { DECIDE, PLAN } from './pure-room.ts'

/** Seats of one side, all with a vote: `membersOf('residents', 4)` are residents-1 to residents-4. */
function seatsOf(side: Side, count: number): Seat[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${side}-${index + 1}` as SeatId,
    name: `${side} ${index + 1}`,
    publicName: `${side}女士`,
    publicNameEn: `Ms ${side}`,
    side,
    role: 'delegate',
    title: '代表',
    canVote: true,
  }))
}

/** The notice of a meeting of a body on 26 November 2026: by default 4 representatives and 1 of the committee. */
export function bodyPlan({
  as = 'residents-reps-meeting',
  reps = 4,
  committee = 1,
  owners = 0,
  noticeOn = '2026-11-10',
  topicType = 'community-affairs',
  own = {},
}: {
  as?: SessionBody
  reps?: number
  committee?: number
  owners?: number
  noticeOn?: string
  topicType?: TopicType
  /** What a county's own rule, which it is convened by, has otherwise. */
  own?: Partial<RuleProfile>
} = {}): Extract<MeetingEvent, { type: 'convened' }> {
  const at = { region: '350524', on: '2026-11-26' }
  const profile = ruleOfBody(as, null, at)
  const ofTopic = ruleOfBody(as, topicType, at)
  if (!profile || !ofTopic) throw new Error(`No rule ${as}`)
  return {
    ...PLAN,
    body: {
      as,
      profile: { ...profile, ...own },
      topicRules: ofTopic.id === profile.id ? [] : [{ topicType, profile: ofTopic }],
      noticeOn,
    },
    agenda: PLAN.agenda.map((item) => (item.id === DECIDE ? { ...item, topicType } : item)),
    seats: [
      ...seatsOf('residents', reps),
      ...seatsOf('committees', committee),
      ...seatsOf('owners', owners),
    ],
  }
}
