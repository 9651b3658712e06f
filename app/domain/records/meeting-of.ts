import type { SessionBody } from '#app/domain/voting/convened-body.ts'
import type { RuleName } from '#app/domain/voting/rule-profiles.ts'

/** What the meeting of a body is called on paper. Records are written in Chinese. */
const MEETING_OF: Readonly<Record<SessionBody, string>> = {
  deliberation: '协商会议',
  'residents-meeting': '居民会议',
  'residents-reps-meeting': '居民代表会议',
  'owners-committee': '业主委员会会议',
  'party-meeting': '党员大会',
  'village-meeting-adults': '村民会议',
  'village-meeting-households': '村民会议',
  'village-reps-meeting': '村民代表会议',
}

/** The same on an English screen. */
const MEETING_OF_IN_ENGLISH: Readonly<Record<SessionBody, string>> = {
  deliberation: 'consultation',
  'residents-meeting': 'residents’ meeting',
  'residents-reps-meeting': 'residents’ representatives’ meeting',
  'owners-committee': 'owners’ committee meeting',
  'party-meeting': 'Party members’ meeting',
  'village-meeting-adults': 'villagers’ meeting',
  'village-meeting-households': 'villagers’ meeting',
  'village-reps-meeting': 'villagers’ representatives’ meeting',
}

/** What a meeting is called: as the county's rule is that it is held by, else as the law calls it. */
export function meetingOf({ as, profile }: { as: SessionBody; profile: { name?: RuleName } }): {
  zh: string
  en: string
} {
  const { name } = profile
  return name
    ? { zh: name.zh, en: name.en ?? name.zh }
    : { zh: MEETING_OF[as], en: MEETING_OF_IN_ENGLISH[as] }
}
