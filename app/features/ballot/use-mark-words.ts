import { useTranslation } from 'react-i18next'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { choiceOf } from '#app/domain/voting/ballot.ts'
import { namesIn, type Mark } from '#app/domain/voting/mark.ts'

/** A mark in words: 赞成; 2. 车棚; 3 指. */
export function useMarkWords() {
  const { t: term } = useTranslation('terms')
  return (question: BallotQuestion, mark: Mark): string => {
    const choice = choiceOf(mark)
    if (choice) return term(`choice.${choice}`)
    if (question.method.kind === 'five-fingers')
      return term('mark.fingers', { count: Number(mark) })
    const texts = namesIn(mark).map((number) => {
      const text = question.options.find((option) => option.number === number)?.text ?? ''
      return term('mark.option', { number, text })
    })
    return texts.join(question.method.kind === 'ranked' ? ' › ' : term('mark.join'))
  }
}
