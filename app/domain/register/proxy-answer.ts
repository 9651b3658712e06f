import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { isChoice } from '#app/domain/voting/ballot.ts'
import { ABSTAIN, markOf, type Mark } from '#app/domain/voting/mark.ts'
import type { ProxyInstruction } from './register.ts'

/**
 * What a proxy was told to answer to a question, as the mark of a ballot. `open`: it says nothing
 * of it, or leaves it to the holder. `unfit`: it says what no ballot on this question can, such as
 * yes where names are asked for, or a name that does not stand; nobody guesses what was meant.
 */
export type ProxyAnswer =
  { kind: 'open' } | { kind: 'told'; mark: Mark } | { kind: 'unfit'; told: ProxyInstruction }

export function proxyAnswer(
  instructions: readonly ProxyInstruction[],
  { title, question }: { title: string; question: BallotQuestion },
): ProxyAnswer {
  const told = instructions.find(({ item }) => item.trim() === title.trim())
  if (!told || told.choice === 'as-the-holder-sees-fit') return { kind: 'open' }
  const mark = markToldBy(told, question)
  return mark === null ? { kind: 'unfit', told } : { kind: 'told', mark }
}

function markToldBy(
  { choice, names = [] }: ProxyInstruction,
  question: BallotQuestion,
): Mark | null {
  const { method, options } = question
  if (method.kind === 'yes-no') return isChoice(choice) ? choice : null
  if (choice === ABSTAIN) return ABSTAIN
  if (choice !== 'named' || method.kind === 'five-fingers') return null
  const numbers = names.map((name) =>
    String(options.find(({ text }) => plain(text) === plain(name))?.number ?? ''),
  )
  const mark = markOf(question, numbers)
  return mark.ok ? mark.value : null
}

/** A name in one spelling: full width and blanks make no other person. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}
