/** What is weighed. Owners' votes weigh heads and area; every other body weighs heads. */
export type Measure = 'heads' | 'area'

/** The circles of electors a share can be taken of: entitled, in the room, having voted. */
export type Base = 'roll' | 'present' | 'participating'

/** An exact fraction, [numerator, denominator]; `[2, 3]` is two thirds. */
export type Share = readonly [number, number]

export type QuorumTest = {
  of: Base
  count: Base
  share: Share
  /** true: more than the share (过半数, 超过); false: at least the share (以上). */
  strict: boolean
}

export type PassTest = { of: Base; share: Share; strict: boolean }

/**
 * When a ballot is valid and when it passes, as data: frozen with the ballot,
 * published in its record, and read by whoever recounts it.
 *
 * Each test is asked once for every measure, and all must be met.
 *
 * @see 民法典 Civil Code Art. 278 (both measures), Art. 1259 (以上 includes the
 *   number itself; 超过 and 过半数 do not).
 */
export type VoteRule = {
  id: string
  measures: readonly Measure[]
  /** null where no attendance or turnout is asked for. */
  quorum: QuorumTest | null
  pass: PassTest
}

/** Whether the people in the room must be listed for this rule to be counted. */
export function countsAttendance(rule: VoteRule): boolean {
  return (
    rule.pass.of === 'present' ||
    rule.quorum?.of === 'present' ||
    rule.quorum?.count === 'present'
  )
}

export function countsArea(rule: Pick<VoteRule, 'measures'>): boolean {
  return rule.measures.includes('area')
}
