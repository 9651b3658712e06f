import { ABSTAIN, namesIn, type Mark } from './mark.ts'
import type { BallotQuestion, RankedCount } from './ballot-question.ts'
import { isChoice, type Elector, type Vote } from './ballot.ts'
import type { MethodOutcome } from './method-outcome.ts'
import { countApproval } from './methods/approval.ts'
import { takeTemperature } from './methods/five-fingers.ts'
import { runInstantRunoff, type RunoffRound } from './methods/instant-runoff.ts'
import { countSchulze } from './methods/schulze.ts'
import { electToSeats } from './methods/seats-election.ts'
import { countSingleChoice } from './methods/single-choice.ts'
import type { VoteRule } from './rule.ts'
import { tallyBallot, type Verdict } from './tally.ts'

export type MarkedVote = { elector: string; choice: Mark }

export type QuestionInputs = {
  question: BallotQuestion
  rule: VoteRule
  roll: Iterable<Elector>
  present?: Iterable<string>
  votes: Iterable<MarkedVote>
}

/**
 * Counts a ballot by its method and judges it by its rule.
 *
 * Among options, the method says which one leads; the rule then asks of it what it asks of a plain
 * motion, with those who stand behind it in the place of yes. Behind the leader stand: who chose
 * it, who approved of it, whose ballot lay with it in the last round (instant runoff), who named it
 * at all (Schulze). A tie passes nothing and is said to be one. Five fingers pass nothing.
 *
 * @throws RangeError as `tallyBallot`, and for a mark that `readMark` would have refused.
 */
export function tallyQuestion({ question, votes, ...inputs }: QuestionInputs): Verdict {
  const { method, options } = question
  if (method.kind === 'yes-no') {
    return tallyBallot({ ...inputs, votes: plainVotes(votes) })
  }
  if (method.kind === 'seats') return tallySeats({ question, votes, ...inputs }, method.seats)
  const cast = [...votes]
  if (method.kind === 'five-fingers') {
    const temperature = takeTemperature(cast.map(({ choice }) => Number(choice)))
    const raised = cast.map(({ elector }) => ({ elector, choice: ABSTAIN }) as const)
    const verdict = tallyBallot({ ...inputs, votes: raised })
    return {
      ...verdict,
      passed: false,
      tests: verdict.tests.filter(({ test }) => test === 'quorum'),
      failed: [],
      method: { kind: 'five-fingers', ...temperature },
    }
  }
  const names = options.map(({ number }) => String(number))
  const outcome = outcomeOf(method, names, cast)
  const verdict = tallyBallot({ ...inputs, votes: supportFor(outcome, cast) })
  return withOutcome(verdict, outcome)
}

type Contest = Exclude<MethodOutcome, { kind: 'five-fingers' } | { kind: 'seats' }>

function outcomeOf(
  method: { kind: 'single-choice' | 'approval' | 'ranked'; upTo?: number; count?: RankedCount },
  names: readonly string[],
  cast: readonly MarkedVote[],
): Contest {
  if (method.kind === 'single-choice') {
    const plurality = countSingleChoice(
      names,
      cast.map(({ choice }) => (choice === ABSTAIN ? null : choice)),
    )
    return { kind: 'single-choice', ...leading(plurality) }
  }
  const named = cast.map(({ choice }) => namesIn(choice).map(String))
  if (method.kind === 'approval') {
    return {
      kind: 'approval',
      ...leading(countApproval(names, named, method.upTo ?? names.length)),
    }
  }
  const rankings = named.filter((ranking) => ranking.length > 0)
  if (method.count === 'schulze') {
    const { preferred, winners, winner, condorcetWinner } = countSchulze(names, rankings)
    const open = rankings.length === 0 || winners.length > 1
    return {
      kind: 'schulze',
      preferred,
      winner: rankings.length === 0 ? null : numberOf(winner),
      tied: open && rankings.length > 0 ? winners.map(Number) : [],
      condorcetWinner: rankings.length === 0 ? null : numberOf(condorcetWinner),
    }
  }
  const { rounds, winner, tied } = runInstantRunoff(names, rankings)
  return {
    kind: 'instant-runoff',
    rounds: rounds.map(inNumbers),
    winner: numberOf(winner),
    tied: rankings.length > 0 ? tied.map(Number) : [],
  }
}

function leading({
  counts,
  leaders,
  winner,
}: {
  counts: { option: string; votes: number }[]
  leaders: string[]
  winner: string | null
}) {
  return {
    counts: counts.map(toVotes),
    winner: numberOf(winner),
    tied: winner === null ? leaders.map(Number) : [],
  }
}

/** Each ballot as a yes or no to the option that leads. */
function supportFor(outcome: Contest, cast: readonly MarkedVote[]): Vote[] {
  const { winner } = outcome
  const inLastRound =
    outcome.kind === 'instant-runoff'
      ? new Set(outcome.rounds.at(-1)?.counts.map(({ number }) => number))
      : null
  return cast.map(({ elector, choice }) => {
    if (choice === ABSTAIN) return { elector, choice: 'abstain' }
    const names = namesIn(choice)
    const behind = inLastRound
      ? names.find((name) => inLastRound.has(name)) === winner
      : winner !== null && names.includes(winner)
    return { elector, choice: behind && winner !== null ? 'yes' : 'no' }
  })
}

function withOutcome(verdict: Verdict, outcome: Contest): Verdict {
  const tied = outcome.tied.length > 0
  return {
    ...verdict,
    passed: verdict.passed && outcome.winner !== null,
    failed: tied && verdict.quorumMet ? ['TIED'] : verdict.failed,
    method: outcome,
  }
}

function tallySeats(
  { question, rule, roll, present, votes }: QuestionInputs,
  seats: number,
): Verdict {
  const electors = [...roll]
  const here = present ? [...present] : undefined
  const cast = [...votes]
  const result = electToSeats({
    rule,
    seats,
    candidates: question.options.map(({ number }) => String(number)),
    roll: electors,
    ...(here && { present: here }),
    ballots: cast.map(({ elector, choice }) => ({
      elector,
      candidates: namesIn(choice).map(String),
    })),
  })
  // Stands for the election: the strongest who got in, else the strongest of all.
  const [strongest] = result.standing
  const first =
    result.standing.find(({ candidate }) => candidate === result.elected[0]) ?? strongest
  if (!first) throw new RangeError('An election without candidates')
  const elected = result.elected.map(Number)
  const tied = result.runoff.map(Number)
  return {
    ...first.verdict,
    passed: elected.length > 0,
    failed: elected.length === 0 && tied.length > 0 ? ['TIED'] : first.verdict.failed,
    method: {
      kind: 'seats',
      seats,
      standing: result.standing.map(({ candidate, verdict }) => ({
        number: Number(candidate),
        met: verdict.passed,
        tests: verdict.tests.filter(({ test }) => test === 'pass'),
      })),
      elected,
      tied,
      vacant: result.vacant,
    },
  }
}

function* plainVotes(votes: Iterable<MarkedVote>) {
  for (const { elector, choice } of votes) {
    if (!isChoice(choice)) throw new RangeError(`Not a choice: ${choice}`)
    yield { elector, choice }
  }
}

function inNumbers({ counts, exhausted, eliminated }: RunoffRound) {
  return { counts: counts.map(toVotes), exhausted, eliminated: eliminated.map(Number) }
}

const toVotes = ({ option, votes }: { option: string; votes: number }) => ({
  number: Number(option),
  votes,
})

const numberOf = (option: string | null) => (option === null ? null : Number(option))
