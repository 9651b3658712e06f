import type { BallotOption, BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { chosenOptions } from '#app/domain/voting/chosen-options.ts'
import type { MethodOutcome, OptionVotes } from '#app/domain/voting/method-outcome.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

/** A ballot among options as a paper tells it. */
export type ToldMethod = {
  /** How it was voted and counted: 排序表决（逐轮淘汰法）. */
  how: string
  /** Its figures, one line each; none where a secret ballot keeps them to itself. */
  figures: string[]
  /** What came out: who was chosen, or why nobody. */
  outcome: string
}

/** What minutes and resolutions say of a ballot by its method; null for a plain one. */
export function toldMethod(
  question: BallotQuestion | null | undefined,
  verdict: Verdict | null,
): ToldMethod | null {
  const method = verdict?.method
  if (!question || !verdict || !method) return null
  const nameOf = (number: number) => named(question.options, number)
  return {
    how: howOf(question),
    figures: figuresOf(method, nameOf),
    outcome: outcomeOf(question, verdict, method, nameOf),
  }
}

function named(options: readonly BallotOption[], number: number): string {
  const text = options.find((option) => option.number === number)?.text ?? ''
  return `${number}. ${text}`
}

function howOf({ method }: BallotQuestion): string {
  switch (method.kind) {
    case 'yes-no':
      return '赞成或反对'
    case 'single-choice':
      return '单选'
    case 'approval':
      return `认可投票（最多选${method.upTo}项）`
    case 'ranked':
      return `排序表决（${method.count === 'schulze' ? '两两对比，孔多塞—舒尔茨法' : '逐轮淘汰法'}）`
    case 'seats':
      return `选举（${method.seats}个名额，每人各自过线）`
    case 'five-fingers':
      return '五指表态'
  }
}

function figuresOf(method: MethodOutcome, nameOf: (number: number) => string): string[] {
  const votes = (counts: readonly OptionVotes[]) =>
    counts.map((row) => `${nameOf(row.number)}，${row.votes}票`).join('；')
  switch (method.kind) {
    case 'single-choice':
    case 'approval':
      return method.counts.length > 0 ? [votes(method.counts)] : []
    case 'instant-runoff':
      return method.rounds.map(({ counts, exhausted, eliminated }, index) => {
        const out = eliminated.length > 0 ? `；淘汰${eliminated.map(nameOf).join('、')}` : ''
        const done = exhausted > 0 ? `；排完${exhausted}票` : ''
        return `第${index + 1}轮：${votes(counts)}${done}${out}`
      })
    case 'schulze':
      return method.preferred.flatMap((row, a) =>
        row.flatMap((count, b) =>
          a < b
            ? [`${nameOf(a + 1)} ${count}比${method.preferred[b]?.[a] ?? 0} ${nameOf(b + 1)}`]
            : [],
        ),
      )
    case 'seats':
      return method.standing.map(({ number, tests }) => {
        const test = tests.find(({ measure }) => measure === 'heads') ?? tests[0]
        const line = test ? `${test.have}票，过线${test.need ?? '–'}票` : ''
        const won = method.elected.includes(number) ? '，当选' : ''
        return `${nameOf(number)}，${line}${won}`
      })
    case 'five-fingers':
      return [
        [5, 4, 3, 2, 1, 0]
          .map((fingers) => `${fingers}指${method.counts[fingers] ?? 0}人`)
          .join('、'),
      ]
  }
}

function outcomeOf(
  question: BallotQuestion,
  verdict: Verdict,
  method: MethodOutcome,
  nameOf: (number: number) => string,
): string {
  if (method.kind === 'five-fingers') {
    return method.consensus
      ? '人人三指以上；这是表态，没有作出决定'
      : `${method.objections > 0 ? `${method.objections}人不能接受，` : ''}${method.reservations}人有保留；这是表态，没有作出决定`
  }
  const chosen = chosenOptions(question, verdict).map(({ number }) => nameOf(number))
  const names = method.tied.map(nameOf).join('、')
  if (method.kind === 'seats') {
    const won = chosen.length > 0 ? `当选：${chosen.join('、')}` : '没有人过线'
    const level = names ? `；${names}同票，须在他们之间再选` : ''
    return `${won}${level}${method.vacant > 0 ? `；空缺${method.vacant}个名额` : ''}`
  }
  if (names) {
    return method.kind === 'instant-runoff'
      ? `${names}并列末位，淘汰谁会影响结果，没有选定`
      : `${names}票数相同，没有选定`
  }
  if (chosen.length > 0) return `选定${chosen.join('、')}`
  return method.winner === null ? '没有人选任何一项' : `${nameOf(method.winner)}领先，没有过线`
}
