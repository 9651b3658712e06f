import { useTranslation } from 'react-i18next'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { choiceOf } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'

/** A mark in words: 赞成; 2. 车棚; 3 指. */
export function useMarkWords() {
  const { t: term } = useTranslation('terms')
  return (question: BallotQuestion, mark: Mark): string => {
    const choice = choiceOf(mark)
    if (choice) return term(`choice.${choice}`)
    if (question.method.kind === 'five-fingers')
      return term('mark.fingers', { count: Number(mark) })
    // Abstaining is among the choices above, so what is left names options.
    const texts = mark
      .split(/[,>]/)
      .map(Number)
      .map((number) => {
        const text = question.options.find((option) => option.number === number)?.text ?? ''
        return term('mark.option', { number, text })
      })
    return texts.join(question.method.kind === 'ranked' ? ' › ' : term('mark.join'))
  }
}
