import { Form, Link, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import {
  mostMarks,
  offersOptions,
  type BallotQuestion,
} from '#app/domain/voting/ballot-question.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { RefusedNote } from './refused-note.tsx'
import css from './register.module.css'

/** Items that one form has room for; a vote of owners rarely puts more. */
export const PROXY_ITEMS = 5

export const PROXY_CHOICES = [
  'as-the-holder-sees-fit',
  'yes',
  'no',
  'named',
  'abstain',
] as const

type Asked = { title: string; question: BallotQuestion }

type Props = {
  rollId: string
  electorId: string
  formKey: string
  today: string
  /** What is voted on by this roll. */
  questions: readonly Asked[]
  typed: Partial<Record<string, string>>
  /** Of each item, the names that were sent before. */
  named: readonly (readonly string[])[]
  code: RegisterRefusalCode | null
}

/** A written proxy is copied from its paper, with the photo beside it. */
export function ProxyPage({
  rollId,
  electorId,
  formKey,
  today,
  questions,
  typed,
  named,
  code,
}: Props) {
  const { t } = useTranslation('register')
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <p className="sm muted">
        <Link to={`/desk/register/rolls/${rollId}`}>{t('rolls.title')}</Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>{t('proxy.title')}</h1>
          <p>{t('proxy.lead', { elector: electorId })}</p>
        </div>
      </header>
      <section className={`panel ${css.pad}`}>
        <RefusedNote code={code} />
        <Form method="post" encType="multipart/form-data" className={css.grid}>
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="electorId" value={electorId} />
          <TextField
            name="holderName"
            label={t('proxy.holder')}
            required
            maxLength={40}
            defaultValue={typed['holderName']}
          />
          <TextField
            name="holderPhone"
            label={t('proxy.phone')}
            type="tel"
            required
            maxLength={20}
            defaultValue={typed['holderPhone']}
          />
          <TextField
            name="signedOn"
            label={t('proxy.signedOn')}
            type="date"
            required
            max={today}
            defaultValue={typed['signedOn'] ?? today}
          />
          <TextField
            name="paper"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            label={t('proxy.paper')}
            required
          />
          {Array.from({ length: PROXY_ITEMS }, (_each, index) => (
            <Instruction
              key={index}
              index={index}
              questions={questions}
              typed={typed}
              named={named[index] ?? []}
            />
          ))}
          <datalist id="titles">
            {questions.map(({ title }) => (
              <option key={title} value={title} />
            ))}
          </datalist>
          <p className={css.wide}>
            <Button look="primary" type="submit" busy={busy}>
              {t('proxy.save')}
            </Button>
          </p>
        </Form>
      </section>
    </>
  )
}

/** One item of the paper: what it is about, and what it says. An election is answered with names. */
function Instruction({
  index,
  questions,
  typed,
  named,
}: {
  index: number
  named: readonly string[]
} & Pick<Props, 'questions' | 'typed'>) {
  const { t } = useTranslation('register')
  // With one vote on this roll a proxy is nearly always for it.
  const only = index === 0 && questions.length === 1 ? questions[0]?.title : undefined
  const [item, setItem] = useState(typed[`item${index}`] ?? only ?? '')
  const [choice, setChoice] = useState<ProxyChoice>(
    () => PROXY_CHOICES.find((each) => each === typed[`choice${index}`]) ?? PROXY_CHOICES[0],
  )
  const asked = questions.find(({ title }) => title === item.trim())?.question
  const choices = asked ? choicesFor(asked) : PROXY_CHOICES
  const chosen = choices.includes(choice) ? choice : PROXY_CHOICES[0]
  return (
    <div className={css.wide}>
      <div className={css.row} style={{ alignItems: 'start', marginBottom: 10 }}>
        <TextField
          name={`item${index}`}
          label={t('proxy.item', { number: index + 1 })}
          hint={index === 0 ? t('proxy.itemHint') : undefined}
          maxLength={120}
          list="titles"
          value={item}
          onChange={({ target }) => setItem(target.value)}
        />
        <SelectField
          name={`choice${index}`}
          label={t('proxy.choice')}
          value={chosen}
          onChange={({ target }) =>
            setChoice(PROXY_CHOICES.find((each) => each === target.value) ?? chosen)
          }
          options={choices.map((value) => ({ value, label: t(`proxy.choiceOf.${value}`) }))}
        />
      </div>
      {chosen === 'named' &&
        (asked ? (
          <CheckboxGroup
            name={`names${index}`}
            label={t('proxy.names')}
            hint={t('proxy.namesMost', { most: mostMarks(asked) })}
            choices={asked.options.map(({ number, text }) => ({
              value: text,
              label: `${number}. ${text}`,
            }))}
            defaultValues={named}
          />
        ) : (
          <TextField
            name={`names${index}`}
            label={t('proxy.names')}
            hint={t('proxy.namesHint')}
            maxLength={400}
            defaultValue={named.join('、')}
          />
        ))}
    </div>
  )
}

type ProxyChoice = (typeof PROXY_CHOICES)[number]

/** What a paper can answer to a question: yes and no, or names. */
function choicesFor({ method }: BallotQuestion): readonly ProxyChoice[] {
  const names = offersOptions(method)
  return PROXY_CHOICES.filter((each) =>
    names ? each !== 'yes' && each !== 'no' : each !== 'named',
  )
}
