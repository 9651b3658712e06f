import { countsArea, type VoteRule } from '#app/domain/voting/rule.ts'

/**
 * How many heads a vote has. Whoever owns parking spaces alone may be on the roll by area and
 * without a head; where heads are all that is weighed, as where everybody concerned must consent,
 * each who is asked is one: else nothing came of their no.
 *
 * @see 建筑物区分所有权司法解释 Art. 11: the other owners of the building are concerned.
 */
export function headsAsked(
  rule: Pick<VoteRule, 'measures'>,
  roll: { totalHeads: number; electors: number },
): number {
  return countsArea(rule) ? roll.totalHeads : roll.electors
}
