import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

/**
 * One of several answers that are put to the vote: a motion's variant, an offer, a candidate. Its
 * number is its name, called out in the room, printed on the paper and written in the record.
 */
export type BallotOption = {
  /** 1, 2, 3 … in the order they were moved. */
  number: number
  text: string
}

/** How rankings are counted; announced with the ballot, because they can differ. */
export type RankedCount = 'instant-runoff' | 'schulze'

/** How electors answer, and how the answers are counted. */
export type BallotMethod =
  | { kind: 'yes-no' }
  | { kind: 'single-choice' }
  /** Any number of options up to `upTo`. */
  | { kind: 'approval'; upTo: number }
  | { kind: 'ranked'; count: RankedCount }
  /** An election: up to `seats` names, and each winner must meet the rule's threshold. */
  | { kind: 'seats'; seats: number }
  /** Takes the temperature of the room and decides nothing. */
  | { kind: 'five-fingers' }

/** What is put to the vote, frozen when the ballot opens. Yes-no and five fingers have no options. */
export type BallotQuestion = { method: BallotMethod; options: readonly BallotOption[] }

/** The question of a plain motion, and of every ballot made before there were others. */
export const YES_NO: BallotQuestion = { method: { kind: 'yes-no' }, options: [] }

export const MOST_OPTIONS = 20
export const LONGEST_OPTION = 200

export type QuestionRefusal = {
  code:
    | 'options-too-few'
    | 'options-too-many'
    | 'options-not-asked'
    | 'option-empty'
    | 'option-twice'
    | 'option-misnumbered'
    | 'number-of-marks'
}

/** Whether the method names options to choose from. */
export function offersOptions({ kind }: BallotMethod): boolean {
  return kind !== 'yes-no' && kind !== 'five-fingers'
}

/** Whether each side only adds up what its voters weigh; else papers are counted, one a voter. */
export function addsUpWeights({ kind }: BallotMethod): boolean {
  return kind === 'yes-no' || kind === 'seats'
}

/** Whether the item is decided by it; five fingers only show how the room feels. */
export function decides({ kind }: BallotMethod): boolean {
  return kind !== 'five-fingers'
}

/**
 * Checks what is put to the vote before a ballot opens: two options at least, numbered from 1
 * without a gap, each with words of its own, and no more marks or seats than options.
 */
export function checkQuestion({
  method,
  options,
}: BallotQuestion): Result<BallotQuestion, QuestionRefusal> {
  if (!offersOptions(method)) {
    return options.length === 0
      ? ok({ method, options })
      : refuse({ code: 'options-not-asked' })
  }
  if (options.length < 2) return refuse({ code: 'options-too-few' })
  if (options.length > MOST_OPTIONS) return refuse({ code: 'options-too-many' })
  const tidy = options.map(({ number, text }) => ({ number, text: text.trim() }))
  if (tidy.some(({ number }, index) => number !== index + 1)) {
    return refuse({ code: 'option-misnumbered' })
  }
  if (tidy.some(({ text }) => text === '' || text.length > LONGEST_OPTION)) {
    return refuse({ code: 'option-empty' })
  }
  if (new Set(tidy.map(({ text }) => text)).size !== tidy.length) {
    return refuse({ code: 'option-twice' })
  }
  const most = mostMarks({ method, options })
  if (!Number.isSafeInteger(most) || most < 1 || most > options.length) {
    return refuse({ code: 'number-of-marks' })
  }
  return ok({ method, options: tidy })
}

/** How many options one ballot may name. */
export function mostMarks({ method, options }: BallotQuestion): number {
  switch (method.kind) {
    case 'yes-no':
    case 'single-choice':
    case 'five-fingers':
      return 1
    case 'approval':
      return method.upTo
    case 'seats':
      return method.seats
    case 'ranked':
      return options.length
  }
}

/** `['Paint it', 'Tile it']` as numbered options. */
export function numbered(texts: readonly string[]): BallotOption[] {
  return texts.map((text, index) => ({ number: index + 1, text }))
}
