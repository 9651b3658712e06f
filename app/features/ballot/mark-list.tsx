import { useTranslation } from 'react-i18next'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { namesIn, type Mark } from '#app/domain/voting/mark.ts'
import { useMarkWords } from './use-mark-words.ts'
import css from './ballot.module.css'

/** What somebody chose, to be read once more: one line, or a list in its order. */
export function MarkList({ question, mark }: { question: BallotQuestion; mark: Mark }) {
  const { t } = useTranslation('terms')
  const words = useMarkWords()
  const { kind } = question.method
  const names = kind === 'yes-no' || kind === 'five-fingers' ? [] : namesIn(mark)
  if (names.length < 2) return <p className={css.said}>{words(question, mark)}</p>
  const textOf = (number: number) =>
    question.options.find((option) => option.number === number)?.text ?? ''
  if (kind !== 'ranked') {
    return (
      <ul className={css.said}>
        {names.map((number) => (
          <li key={number} lang="zh-CN">
            {t('mark.option', { number, text: textOf(number) })}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ol className={css.said}>
      {names.map((number, index) => (
        <li key={number} lang="zh-CN">
          <b>{index + 1}</b> {textOf(number)}
        </li>
      ))}
    </ol>
  )
}
