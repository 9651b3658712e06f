import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { RefusedNote } from './refused-note.tsx'
import css from './register.module.css'

/** Items that one form has room for; a vote of owners rarely puts more. */
export const PROXY_ITEMS = 5

export const PROXY_CHOICES = ['as-the-holder-sees-fit', 'yes', 'no', 'abstain'] as const

type Props = {
  rollId: string
  electorId: string
  formKey: string
  today: string
  /** What the votes of this roll are titled. */
  titles: readonly string[]
  typed: Partial<Record<string, string>>
  code: RegisterRefusalCode | null
}

/** A written proxy is copied from its paper, with the photo beside it. */
export function ProxyPage({ rollId, electorId, formKey, today, titles, typed, code }: Props) {
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
            <div key={index} className={`${css.row} ${css.wide}`}>
              <TextField
                name={`item${index}`}
                label={t('proxy.item', { number: index + 1 })}
                hint={index === 0 ? t('proxy.itemHint') : undefined}
                maxLength={120}
                list="titles"
                // With one vote on this roll a proxy is nearly always for it.
                defaultValue={
                  typed[`item${index}`] ?? (index === 0 && titles.length === 1 ? titles[0] : '')
                }
              />
              <SelectField
                name={`choice${index}`}
                label={t('proxy.choice')}
                defaultValue={typed[`choice${index}`]}
                options={PROXY_CHOICES.map((value) => ({
                  value,
                  label: t(`proxy.choiceOf.${value}`),
                }))}
              />
            </div>
          ))}
          <datalist id="titles">
            {titles.map((title) => (
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
