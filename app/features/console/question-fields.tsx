import { IconChevronDown, IconChevronUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import { optionsBeforeRoom } from '#app/domain/meetings/open-motion.ts'
import {
  checkQuestion,
  LONGEST_OPTION,
  MOST_OPTIONS,
  numbered,
  offersOptions,
  type BallotMethod,
  type RankedCount,
} from '#app/domain/voting/ballot-question.ts'
import type { MethodKind } from '#app/domain/voting/methods-of-rule.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import css from './console.module.css'

export type QuestionDraft = {
  method: BallotMethod
  /** As they stand in the motion, or as the chair wrote them. */
  options: readonly string[]
  /** They are the motion's and are changed there. */
  ofMotion: boolean
  complete: boolean
  fields: QuestionFieldsProps
}

type Written = {
  kind: MethodKind | null
  count: RankedCount
  upTo: number
  seats: number
  options: readonly string[]
}

/** What the chair is about to put to the vote: a motion’s options with one answer each, until said otherwise. */
export function useQuestionDraft(item: ItemState): QuestionDraft {
  const { meeting } = useLive()
  const [written, setWritten] = useState<Written>({
    kind: null,
    count: 'instant-runoff',
    upTo: 2,
    seats: 1,
    options: ['', ''],
  })
  const moved = optionsBeforeRoom(meeting, item)
  const kind = written.kind ?? (moved.length > 0 ? 'single-choice' : 'yes-no')
  const method = methodOf(kind, written)
  const ofMotion = moved.length > 0
  const asked = offersOptions(method)
  const options = !asked ? [] : ofMotion ? moved : written.options
  const complete = checkQuestion({ method, options: numbered(options) }).ok
  const change = (part: Partial<Written>) => setWritten({ ...written, ...part })
  return {
    ...{ method, options, ofMotion, complete },
    fields: { ...{ method, options, ofMotion, complete, written }, onChange: change },
  }
}

function methodOf(kind: MethodKind, { count, upTo, seats }: Written): BallotMethod {
  switch (kind) {
    case 'ranked':
      return { kind, count }
    case 'approval':
      return { kind, upTo }
    case 'seats':
      return { kind, seats }
    case 'yes-no':
    case 'single-choice':
    case 'five-fingers':
      return { kind }
  }
}

type QuestionFieldsProps = Omit<QuestionDraft, 'fields'> & {
  written: Written
  onChange: (part: Partial<Written>) => void
}

/** How to vote, each way with a line that explains it, and the options where there are any. */
export function QuestionFields({
  methods,
  method,
  options,
  ofMotion,
  complete,
  written,
  onChange,
}: QuestionFieldsProps & { methods: readonly MethodKind[] }) {
  const { t } = useTranslation('ballot')
  const most = Math.max(2, options.length)
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => String(from + index)).map((value) => ({
      value,
      label: value,
    }))
  return (
    <div className="col" style={{ gap: 8 }}>
      <SelectField
        name="method"
        label={t('panel.method')}
        hint={t(`note.${method.kind}`)}
        value={method.kind}
        onChange={(event) => onChange({ kind: event.target.value as MethodKind })}
        options={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
      />
      {method.kind === 'ranked' && (
        <SelectField
          name="count"
          label={t('panel.count')}
          hint={t(`countNote.${method.count}`)}
          value={method.count}
          onChange={(event) => onChange({ count: event.target.value as RankedCount })}
          options={(['instant-runoff', 'schulze'] as const).map((value) => ({
            value,
            label: t(`count.${value}`),
          }))}
        />
      )}
      {method.kind === 'approval' && (
        <SelectField
          name="upTo"
          label={t('panel.upTo')}
          value={String(written.upTo)}
          onChange={(event) => onChange({ upTo: Number(event.target.value) })}
          options={numbers(1, Math.max(most, written.upTo))}
        />
      )}
      {method.kind === 'seats' && (
        <SelectField
          name="seats"
          label={t('panel.seats')}
          value={String(written.seats)}
          onChange={(event) => onChange({ seats: Number(event.target.value) })}
          options={numbers(1, Math.max(most, written.seats))}
        />
      )}
      {offersOptions(method) &&
        (ofMotion ? (
          <div>
            <p className="b">{t('panel.options')}</p>
            <ol className={css.options}>
              {options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ol>
            <p className="sm ink2">{t('panel.ofMotion')}</p>
          </div>
        ) : (
          <OptionLines
            options={options}
            complete={complete}
            onChange={(lines) => onChange({ options: lines })}
          />
        ))}
    </div>
  )
}

function OptionLines({
  options,
  complete,
  onChange,
}: {
  options: readonly string[]
  complete: boolean
  onChange: (options: readonly string[]) => void
}) {
  const { t } = useTranslation('ballot')
  const swap = (index: number) =>
    onChange(
      options.map((each, at) =>
        at === index
          ? (options[index - 1] ?? each)
          : at === index - 1
            ? (options[index] ?? each)
            : each,
      ),
    )
  return (
    <fieldset className={css.optionLines}>
      <legend className="b">{t('panel.options')}</legend>
      {options.map((text, index) => {
        const number = index + 1
        return (
          <div key={index} className={css.optionLine}>
            <TextField
              name={`option-${number}`}
              label={t('panel.option', { number })}
              value={text}
              maxLength={LONGEST_OPTION}
              onChange={(event) =>
                onChange(options.map((each, at) => (at === index ? event.target.value : each)))
              }
            />
            <div className={css.optionMoves}>
              <Button
                square
                look="ghost"
                icon={IconChevronUp}
                disabled={index === 0}
                onClick={() => swap(index)}
              >
                {t('panel.up', { number })}
              </Button>
              <Button
                square
                look="ghost"
                icon={IconChevronDown}
                disabled={index === options.length - 1}
                onClick={() => swap(index + 1)}
              >
                {t('panel.down', { number })}
              </Button>
              <Button
                square
                look="ghost"
                icon={IconX}
                disabled={options.length <= 2}
                onClick={() => onChange(options.filter((_, at) => at !== index))}
              >
                {t('panel.remove', { number })}
              </Button>
            </div>
          </div>
        )
      })}
      <div className="row wrap">
        <Button
          size="small"
          icon={IconPlus}
          disabled={options.length >= MOST_OPTIONS}
          onClick={() => onChange([...options, ''])}
        >
          {t('panel.add')}
        </Button>
        {!complete && <span className="sm ink2">{t('panel.least')}</span>}
      </div>
    </fieldset>
  )
}
