import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'

/** What the desk writes down about a vote before it is announced. */
export type VotePlan = {
  compoundId: string
  title: string
  proposal: string
  topicType: TopicType
  question: BallotQuestion
  rollId: string | null
  opensOn: LocalDate
  closesOn: LocalDate
  /** The recommendation of a session that led to it. */
  resolutionId: string | null
  /** The void vote it is held in place of. */
  rerunOf: string | null
}
