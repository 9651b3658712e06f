import { numbered, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import { OWNERS_TOPICS } from '#app/domain/owners-vote/owners-topics.ts'
import type { VotePlan } from '#app/domain/owners-vote/vote-plan.ts'

/** A plan as its form shows it: candidates as lines of text. */
export type PlanDraft = Omit<VotePlan, 'question'> & { seats: number; options: string }

/** What the form of a plan sends; what is wrong with it the service says. */
export function planFromForm(form: FormData): VotePlan {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return {
    compoundId: field('compoundId'),
    title: field('title').slice(0, 120),
    proposal: field('proposal').slice(0, 3000),
    topicType: topicOf(field('topicType')),
    question: questionOf(field('method'), Number(field('seats')), field('options')),
    rollId: field('rollId') || null,
    opensOn: field('opensOn'),
    closesOn: field('closesOn'),
    resolutionId: field('resolutionId') || null,
    rerunOf: field('rerunOf') || null,
  }
}

export function draftOf({ question, ...plan }: VotePlan): PlanDraft {
  return {
    ...plan,
    seats: question.method.kind === 'seats' ? question.method.seats : 0,
    options: question.options.map(({ text }) => text).join('\n'),
  }
}

function questionOf(method: string, seats: number, options: string): BallotQuestion {
  if (method !== 'seats') return { method: { kind: 'yes-no' }, options: [] }
  const texts = options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return { method: { kind: 'seats', seats }, options: numbered(texts) }
}

/** Anything else is a topic the owners do not decide, which the service refuses. */
function topicOf(text: string): TopicType {
  return OWNERS_TOPICS.find((topic) => topic === text) ?? 'soft-matter'
}
