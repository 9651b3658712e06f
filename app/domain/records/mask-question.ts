import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'

/** What was put to the vote, with each option's words as its readers may see them. */
export function maskQuestion(
  { method, options }: BallotQuestion,
  mask: (text: string) => string,
): BallotQuestion {
  return { method, options: options.map(({ number, text }) => ({ number, text: mask(text) })) }
}
