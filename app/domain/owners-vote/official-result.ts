import type { CountingPolicy } from '#app/domain/register/register.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { formatArea, parseMeasuredArea } from '#app/domain/voting/area.ts'
import { countsArea } from '#app/domain/voting/rule.ts'
import { judgeTotals, type BallotTotals, type Verdict } from '#app/domain/voting/tally.ts'
import { blockingOf, checkOpening } from './opening-checks.ts'
import type { OfficialResult, OwnersVote } from './owners-vote.ts'
import type { StepRefusal } from './owners-vote-step.ts'

/** The sums of one measure as they stand in the other system's document. */
export type OfficialSums = Record<'yes' | 'no' | 'abstain', { heads: string; area: string }>

export type OfficialResultRefusal =
  | Extract<StepRefusal, { code: 'wrong-state' | 'not-ready' | 'still-open' }>
  | {
      code:
        | 'official-yes-no-only'
        | 'official-source-missing'
        | 'official-figure'
        | 'official-over-roll'
    }

/**
 * Judges what a city's own voting system counted, by the vote's own rule and frozen roll.
 *
 * Only the sums of yes, no and abstaining are taken over; who took part, and every test, is worked
 * out here, so that nobody types a verdict. Everything the law asks before a vote holds for it too:
 * notice, roll, Party review. A vote that was opened here has its own ballot and takes none over.
 */
export function judgeOfficialResult(
  vote: OwnersVote,
  roll: { totalHeads: number; totalArea: bigint; policy: Pick<CountingPolicy, 'parking'> },
  { system, reference, sums }: { system: string; reference: string; sums: OfficialSums },
  today: string,
): Result<{ verdict: Verdict; counts: OfficialResult['counts'] }, OfficialResultRefusal> {
  if (vote.state !== 'announced') return refuse({ code: 'wrong-state', state: vote.state })
  // Whether our own database keeps votes is nothing to a vote that is held elsewhere.
  const missing = blockingOf(checkOpening(vote, vote.opensOn, { durable: true }))
  if (missing.length > 0) {
    return refuse({ code: 'not-ready', missing: missing.map(({ check }) => check) })
  }
  if (today <= vote.closesOn) return refuse({ code: 'still-open', closesOn: vote.closesOn })
  if (vote.question.method.kind !== 'yes-no') return refuse({ code: 'official-yes-no-only' })
  if (!system.trim() || !reference.trim()) return refuse({ code: 'official-source-missing' })

  const totals: BallotTotals = {
    heads: { ...NOTHING, roll: BigInt(roll.totalHeads) },
    area: { ...NOTHING, roll: roll.totalArea },
  }
  for (const choice of ['yes', 'no', 'abstain'] as const) {
    const heads = /^\d{1,7}$/.test(sums[choice].heads) ? BigInt(sums[choice].heads) : null
    const area = parseMeasuredArea(sums[choice].area)
    if (heads === null || area === null) return refuse({ code: 'official-figure' })
    // Heads without area, or area without heads, is a slip of whoever typed it; but whoever owns a
    // parking space alone weighs its area and no head where the owners' rules say so.
    const byAreaAlone = roll.policy.parking === 'area_only' && countsArea(vote.profile.rule)
    const headless = heads === 0n && area !== 0n && !byAreaAlone
    if (headless || (heads !== 0n && area === 0n)) {
      return refuse({ code: 'official-figure' })
    }
    totals.heads[choice] = heads
    totals.area[choice] = area
    totals.heads.participating += heads
    totals.area.participating += area
  }
  if (
    totals.heads.participating > totals.heads.roll ||
    totals.area.participating > totals.area.roll
  ) {
    return refuse({ code: 'official-over-roll' })
  }
  const counted = (of: 'participating' | 'yes' | 'no' | 'abstain') => ({
    heads: Number(totals.heads[of]),
    area: formatArea(totals.area[of]),
  })
  return ok({
    verdict: judgeTotals(vote.profile.rule, totals),
    counts: {
      participating: counted('participating'),
      yes: counted('yes'),
      no: counted('no'),
      abstain: counted('abstain'),
    },
  })
}

const NOTHING = { roll: 0n, present: 0n, participating: 0n, yes: 0n, no: 0n, abstain: 0n }
