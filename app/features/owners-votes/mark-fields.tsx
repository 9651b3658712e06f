import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mostMarks, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { ABSTAIN } from '#app/domain/voting/mark.ts'
import { CHOICE_MARK } from '#app/features/live/tones.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { toneClass } from '#app/ui/tone.ts'

const MARK = { yes: IconCheck, no: IconX, abstain: IconMinus } as const

/**
 * The answers to a question as plain fields, one for each method: `mark` for one answer, `option`
 * for each that is ticked, `rank-2` for the place of option 2. `markFromForm` reads them. Works
 * without a script.
 */
export function MarkFields({
  question,
  plain = false,
}: {
  question: BallotQuestion
  /** With a gloss in plain words, as in the elder version. */
  plain?: boolean
}) {
  const { t } = useTranslation('owners-votes')
  const { t: live } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { method, options } = question
  if (method.kind === 'yes-no') {
    return (
      <div className="col" style={{ gap: 12 }} role="radiogroup" aria-label={t('mark.yours')}>
        {CHOICES.map((choice) => (
          <label
            key={choice}
            className={classNames('opt', toneClass(CHOICE_MARK[choice].tone))}
          >
            <span className="bx">
              <Icon of={MARK[choice]} />
            </span>
            <span>
              {term(`choice.${choice}`)}
              {plain && <small>{live(`ballot.plain.${choice}`)}</small>}
            </span>
            <input type="radio" className="pick" name="mark" value={choice} required />
          </label>
        ))}
      </div>
    )
  }
  if (method.kind === 'five-fingers') {
    return (
      <div className="col" style={{ gap: 8 }} role="radiogroup" aria-label={t('mark.yours')}>
        {([5, 4, 3, 2, 1, 0] as const).map((fingers) => (
          <label key={fingers} className="opt t-dai">
            <span className="bx">{fingers}</span>
            <span>{t(`fingers.${fingers}`)}</span>
            <input type="radio" className="pick" name="mark" value={fingers} required />
          </label>
        ))}
      </div>
    )
  }
  const many = mostMarks(question) > 1
  return (
    <fieldset className="col" style={{ gap: 10 }}>
      <legend className="sm ink2">
        {t(`how.${method.kind}`, { count: mostMarks(question) })}
      </legend>
      {options.map(({ number, text }) =>
        method.kind === 'ranked' ? (
          <label key={number} className="opt t-dai">
            <span className="bx">{number}</span>
            <span className="grow" lang="zh-CN">
              {text}
            </span>
            <select
              className="inp"
              name={`rank-${number}`}
              defaultValue=""
              style={{ width: '6em' }}
            >
              <option value="">{t('mark.unranked')}</option>
              {options.map(({ number: place }) => (
                <option key={place} value={place}>
                  {t('mark.place', { place })}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <label key={number} className="opt t-dai">
            <span className="bx">{number}</span>
            <span lang="zh-CN">{text}</span>
            <input
              type={many ? 'checkbox' : 'radio'}
              className="pick"
              name={many ? 'option' : 'mark'}
              value={number}
              required={!many}
            />
          </label>
        ),
      )}
      <label className="opt t-stone">
        <span className="bx">
          <Icon of={IconMinus} />
        </span>
        <span>{term('choice.abstain')}</span>
        <input
          type={many ? 'checkbox' : 'radio'}
          className="pick"
          name={many ? 'abstain' : 'mark'}
          value={ABSTAIN}
        />
      </label>
    </fieldset>
  )
}
