import { useTranslation } from 'react-i18next'
import type { BallotMethod, BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

/** What a method is called, and what came out of it, in sentences. */
export function useMethodWords({ options }: Pick<BallotQuestion, 'options'>) {
  const { t } = useTranslation('ballot')
  const nameOf = (number: number) =>
    t('says.name', {
      number,
      text: options.find((option) => option.number === number)?.text ?? '',
    })
  const namesOf = (numbers: readonly number[]) => numbers.map(nameOf).join(t('says.join'))
  const optionOf = (number: number) => ({
    number,
    text: options.find((option) => option.number === number)?.text ?? '',
  })

  /** `Rank them, instant runoff`. */
  function methodName(method: BallotMethod): string {
    const name = t(`method.${method.kind}`)
    return method.kind === 'ranked' ? `${name} · ${t(`count.${method.count}`)}` : name
  }

  /** Who was chosen, or why nobody, the most important first. */
  function sentences({ method, passed }: Pick<Verdict, 'method' | 'passed'>): string[] {
    if (!method) return []
    if (method.kind === 'five-fingers') {
      const { consensus, raised, objections, reservations } = method
      return [
        ...(raised > 0
          ? [
              consensus
                ? t('says.consensus')
                : t(objections > 0 ? 'says.noConsensus' : 'says.someReserve', {
                    objections,
                    reservations,
                  }),
            ]
          : []),
        t('says.undecided'),
      ]
    }
    if (method.kind === 'seats') {
      const { elected, tied, vacant } = method
      return [
        elected.length > 0
          ? t('says.elected', { names: namesOf(elected) })
          : t('says.nobodyElected'),
        ...(tied.length > 0 ? [t('says.seatsTied', { names: namesOf(tied) })] : []),
        ...(vacant > 0 ? [t('table.vacant', { count: vacant })] : []),
      ]
    }
    const { winner, tied } = method
    if (tied.length > 0) {
      const last = method.kind === 'instant-runoff'
      return [t(last ? 'says.tiedLast' : 'says.tied', { names: namesOf(tied) })]
    }
    if (winner === null) return [t('says.nobody')]
    const first = t(passed ? 'says.chosen' : 'says.notOver', optionOf(winner))
    if (method.kind !== 'schulze' || method.preferred.length === 0) return [first]
    return [first, t(method.condorcetWinner === null ? 'says.cycle' : 'says.condorcet')]
  }

  return { nameOf, methodName, sentences }
}
