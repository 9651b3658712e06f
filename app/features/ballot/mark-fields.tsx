import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { mostMarks, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { ABSTAIN, markOf, type Mark } from '#app/domain/voting/mark.ts'
import { CHOICE_MARK } from '#app/features/live/tones.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { toneClass, type Tone } from '#app/ui/tone.ts'
import { RankFields } from './rank-fields.tsx'
import css from './ballot.module.css'

const MARK = { yes: IconCheck, no: IconX, abstain: IconMinus } as const

type Props = {
  question: BallotQuestion
  /** With a gloss in plain words, as in the elder version. */
  plain?: boolean
  /** The answer these fields begin with. */
  standing?: Mark | null
  /** Told of every change; null while what is chosen is no answer yet. */
  onMark?: (mark: Mark | null) => void
  /** A script is running: options are ranked by pressing them, and too many cannot be ticked. */
  awake?: boolean
}

/**
 * The answers to a question as plain fields, one for each method: `mark` for one answer, `option`
 * for each that is ticked, `rank-2` for the place of option 2. `markFromForm` reads them. Works
 * without a script.
 */
export function MarkFields({
  question,
  plain = false,
  standing = null,
  onMark,
  awake = false,
}: Props) {
  const { t } = useTranslation('ballot')
  const { t: live } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const [chosen, setChosen] = useState<readonly string[]>(standing?.split(/[,>]/) ?? [])
  const { method, options } = question
  const most = mostMarks(question)
  const isRanked = method.kind === 'ranked'

  function choose(next: readonly string[]) {
    setChosen(next)
    onMark?.(markIn(question, next))
  }
  const one = (value: string, tone: Tone, box: ReactNode, words: ReactNode) => (
    <label
      key={value}
      className={classNames('opt', toneClass(tone), chosen.includes(value) && 'on')}
    >
      <span className="bx">{box}</span>
      {words}
      <input
        type="radio"
        className="pick"
        name="mark"
        value={value}
        required
        defaultChecked={chosen.includes(value)}
        onChange={() => choose([value])}
      />
    </label>
  )

  if (method.kind === 'yes-no') {
    return (
      <div className="col" style={{ gap: 12 }} role="radiogroup" aria-label={t('mark.yours')}>
        {CHOICES.map((choice) =>
          one(
            choice,
            CHOICE_MARK[choice].tone,
            <Icon of={MARK[choice]} />,
            <span>
              {term(`choice.${choice}`)}
              {plain && <small>{live(`ballot.plain.${choice}`)}</small>}
            </span>,
          ),
        )}
      </div>
    )
  }
  if (method.kind === 'five-fingers') {
    return (
      <div className="col" style={{ gap: 8 }} role="radiogroup" aria-label={t('mark.yours')}>
        {([5, 4, 3, 2, 1, 0] as const).map((fingers) =>
          one(String(fingers), 'dai', fingers, <span>{t(`fingers.${fingers}`)}</span>),
        )}
      </div>
    )
  }
  const many = most > 1
  const full = chosen.filter((each) => each !== ABSTAIN).length >= most
  const tick = (value: string) =>
    choose(
      chosen.includes(value)
        ? chosen.filter((each) => each !== value)
        : value === ABSTAIN
          ? [ABSTAIN]
          : [...chosen.filter((each) => each !== ABSTAIN), value],
    )
  const words = (text: string) => (
    <span className="grow" lang="zh-CN">
      {text}
    </span>
  )
  const abstaining = (
    <span>
      {term('choice.abstain')}
      <small>{t('form.abstainNote')}</small>
    </span>
  )
  return (
    <fieldset className={classNames('col', css.options)}>
      <legend className="sm ink2">{t(`how.${method.kind}`, { count: most })}</legend>
      {isRanked && awake ? (
        <RankFields
          options={options}
          ranked={chosen.filter((each) => each !== ABSTAIN).map(Number)}
          onRank={(ranked) => choose(ranked.map(String))}
        />
      ) : (
        options.map(({ number, text }) =>
          isRanked ? (
            <label key={number} className="opt t-dai">
              <span className="bx">{number}</span>
              {words(text)}
              <select
                className={classNames('inp', css.place)}
                name={`rank-${number}`}
                defaultValue={chosen.indexOf(String(number)) + 1 || ''}
              >
                <option value="">{t('mark.unranked')}</option>
                {options.map(({ number: place }) => (
                  <option key={place} value={place}>
                    {t('mark.place', { place })}
                  </option>
                ))}
              </select>
            </label>
          ) : many ? (
            <label
              key={number}
              className={classNames('opt t-dai', chosen.includes(String(number)) && 'on')}
            >
              <span className="bx">{number}</span>
              {words(text)}
              <input
                type="checkbox"
                className="pick"
                name="option"
                value={number}
                checked={chosen.includes(String(number))}
                disabled={awake && full && !chosen.includes(String(number))}
                onChange={() => tick(String(number))}
              />
            </label>
          ) : (
            one(String(number), 'dai', number, words(text))
          ),
        )
      )}
      {awake && many && !isRanked && full && (
        <p className="sm ink2" role="status">
          {t('form.tooMany', { count: most })}
        </p>
      )}
      {many ? (
        <label className={classNames('opt t-stone', chosen.includes(ABSTAIN) && 'on')}>
          <span className="bx">
            <Icon of={IconMinus} />
          </span>
          {abstaining}
          <input
            type="checkbox"
            className="pick"
            name="abstain"
            value={ABSTAIN}
            checked={chosen.includes(ABSTAIN)}
            onChange={() => tick(ABSTAIN)}
          />
        </label>
      ) : (
        one(ABSTAIN, 'stone', <Icon of={IconMinus} />, abstaining)
      )}
    </fieldset>
  )
}

function markIn(question: BallotQuestion, chosen: readonly string[]): Mark | null {
  const { kind } = question.method
  const [first] = chosen
  if (first === undefined) return null
  if (first === ABSTAIN || kind === 'yes-no' || kind === 'five-fingers') return first
  const mark = markOf(question, chosen)
  return mark.ok ? mark.value : null
}
