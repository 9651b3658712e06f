import type { Measure } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { flooredPercent } from '#app/domain/voting/percent.ts'
import { unitsOfFigure } from '#app/domain/voting/area.ts'

/**
 * What the law wants announced of an owners' vote, by heads and by area: of all, how many took
 * part; of those, how many said yes, and no. Eight numbers, four percentages.
 */
export type MeasureFigures = {
  measure: Measure
  /** People, or m² with two places. */
  all: string
  participating: string
  yes: string
  no: string
  abstain: string
  /** Participating of all; yes of participating. Cut off after two places. */
  turnoutPercent: string
  yesPercent: string
}

export function eightNumbers({ counts }: Pick<Verdict, 'counts'>): MeasureFigures[] {
  return (['heads', 'area'] as const).flatMap((measure) => {
    const of = counts[measure]
    if (!of) return []
    return [
      {
        measure,
        all: of.roll,
        participating: of.participating,
        yes: of.yes,
        no: of.no,
        abstain: of.abstain,
        turnoutPercent: percentOf(of.participating, of.roll),
        yesPercent: percentOf(of.yes, of.participating),
      },
    ]
  })
}

function percentOf(have: string, of: string): string {
  return flooredPercent(unitsOfFigure(have), unitsOfFigure(of))
}
