/** One sending of a vote, and what its sender was told. The same key may be sent many times. */
export type Attempt = {
  elector: string
  key: string
  choice: string
  /** Sent after somebody had been told that the ballot is closed. */
  afterClose: boolean
  answer:
    | { kind: 'recorded'; receipt: string; version: number; repeated: boolean }
    /** A refusal that says for certain that this sending changed nothing. */
    | { kind: 'refused'; code: string }
    /** Cut off, no answer, or told that nobody knows. */
    | { kind: 'unknown' }
}

/** What the database holds once everything is over. */
export type Final = {
  /** Who voted; `choice` and the key's vote are null in a secret ballot. */
  rows: { elector: string; choice: string | null; key: string; receipt: string }[]
  /** What was chosen, without names: papers of a secret ballot, choices of an open one. */
  papers: string[]
  /** The verdict that was announced. */
  verdict: Record<string, number>
}

export type Violation = { rule: ViolationRule; who: string }
type ViolationRule =
  /** Told that it is recorded, and it is not there. */
  | 'lost'
  | 'counted-twice'
  /** In the count without having been sent. */
  | 'from-nowhere'
  /** Told for certain that it was not taken, and it was. */
  | 'refused-yet-counted'
  /** What stands is an older vote than one that was acknowledged. */
  | 'wrong-vote'
  | 'wrong-receipt'
  | 'taken-after-close'
  /** The announced verdict is not what lies there. */
  | 'wrong-verdict'

/**
 * Holds what people were told against what is there. Nothing else is known of
 * the system: not how it works, and not what was done to it.
 */
export function checkHistory(history: readonly Attempt[], final: Final): Violation[] {
  const electors = new Set([
    ...history.map((attempt) => attempt.elector),
    ...final.rows.map((row) => row.elector),
  ])
  return [
    ...[...electors].flatMap((elector) =>
      checkElector(
        elector,
        history.filter((attempt) => attempt.elector === elector),
        final.rows.filter((row) => row.elector === elector),
      ),
    ),
    ...checkCount(history, final),
  ]
}

function checkElector(
  who: string,
  attempts: readonly Attempt[],
  rows: Final['rows'],
): Violation[] {
  const found = (rule: ViolationRule, when: boolean): Violation[] =>
    when ? [{ rule, who }] : []
  const recorded = attempts.flatMap((each) =>
    each.answer.kind === 'recorded' ? [{ ...each, told: each.answer }] : [],
  )
  const mayBeIn = attempts.filter((each) => each.answer.kind !== 'refused')
  const [row, ...more] = rows
  const newest = Math.max(0, ...recorded.map((each) => each.told.version))
  // A repeat is answered with what stands, under whichever of its voter's keys that is.
  const standing = recorded.filter((each) => each.told.version === newest)
  const receipts = new Set(standing.map((each) => each.told.receipt))
  const fresh = recorded.filter((each) => !each.told.repeated)
  const isOwn = standing.some((each) => each.key === row?.key)
  const isUnheard = mayBeIn.some(
    (each) => each.key === row?.key && each.answer.kind === 'unknown',
  )
  return [
    ...found('lost', recorded.length > 0 && !row),
    ...found('counted-twice', more.length > 0),
    ...found('from-nowhere', row !== undefined && attempts.length === 0),
    ...found(
      'refused-yet-counted',
      row !== undefined && attempts.length > 0 && !mayBeIn.some((each) => each.key === row.key),
    ),
    ...found('wrong-vote', row !== undefined && recorded.length > 0 && !isOwn && !isUnheard),
    ...found(
      'wrong-receipt',
      receipts.size > 1 || (row !== undefined && isOwn && !receipts.has(row.receipt)),
    ),
    ...found(
      'wrong-vote',
      row !== undefined &&
        row.choice !== null &&
        attempts.some((each) => each.key === row.key && each.choice !== row.choice),
    ),
    ...found(
      'taken-after-close',
      fresh.some((each) => each.afterClose),
    ),
  ]
}

function checkCount(
  history: readonly Attempt[],
  { rows, papers, verdict }: Final,
): Violation[] {
  const choices = Object.keys(verdict)
  const violations: Violation[] = choices
    .filter((choice) => verdict[choice] !== papers.filter((paper) => paper === choice).length)
    .map((choice) => ({ rule: 'wrong-verdict', who: choice }))
  if (papers.length !== rows.length) violations.push({ rule: 'wrong-verdict', who: 'turnout' })
  // Without names: at least those acknowledged, at most those that may have come.
  for (const choice of new Set([...papers, ...history.map((each) => each.choice)])) {
    const count = papers.filter((paper) => paper === choice).length
    const mayHaveCome = new Set(
      history
        .filter((each) => each.choice === choice && each.answer.kind !== 'refused')
        .map((each) => each.elector),
    )
    if (count > mayHaveCome.size) violations.push({ rule: 'from-nowhere', who: choice })
    const certain = [...mayHaveCome].filter((elector) => choseOnly(history, elector, choice))
    if (count < certain.length) violations.push({ rule: 'lost', who: choice })
  }
  return violations
}

/** Whether somebody was told that a vote of theirs is recorded, and nothing else can be in. */
function choseOnly(history: readonly Attempt[], elector: string, choice: string): boolean {
  const mayBeIn = history.filter(
    (each) => each.elector === elector && each.answer.kind !== 'refused',
  )
  return (
    mayBeIn.some((each) => each.answer.kind === 'recorded') &&
    mayBeIn.every((each) => each.choice === choice)
  )
}
