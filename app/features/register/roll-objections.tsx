import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RollForStaff, RollObjectionView } from '#app/domain/register/roll-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/ui/field.tsx'
import css from './register.module.css'

/** What owners say is wrong with a roll, and what was answered. */
export function RollObjections({ view, formKey }: { view: RollForStaff; formKey: string }) {
  const { t } = useTranslation('register')
  return (
    <section className="panel">
      <div className={css.pad}>
        <h2>{t('objections.title')}</h2>
        {view.objections.length === 0 && <p className="sm muted">{t('objections.none')}</p>}
      </div>
      {view.objections.length > 0 && (
        <ul className={css.list}>
          {view.objections.map((objection) => (
            <Objection key={objection.id} objection={objection} />
          ))}
        </ul>
      )}
      {view.roll.state === 'published' && (
        <details className={css.pad}>
          <summary>{t('objections.add')}</summary>
          <Form method="post" className={css.grid} style={{ marginTop: 12 }} key={formKey}>
            <input type="hidden" name="key" value={formKey} />
            <TextField name="name" label={t('objections.name')} required maxLength={60} />
            <TextField name="contact" label={t('objections.contact')} maxLength={60} />
            <TextField name="electorId" label={t('objections.elector')} maxLength={10} />
            <div className={css.wide}>
              <TextAreaField
                name="words"
                label={t('objections.words')}
                required
                maxLength={1000}
                rows={3}
              />
            </div>
            <p>
              <Button type="submit" name="intent" value="object">
                {t('objections.record')}
              </Button>
            </p>
          </Form>
        </details>
      )}
    </section>
  )
}

function Objection({ objection }: { objection: RollObjectionView }) {
  const { t } = useTranslation('register')
  const { day } = useFormat()
  const { id, name, contact, electorId, words, receivedAt, outcome, answer } = objection
  return (
    <li>
      <p className="sm muted">
        {[name, contact, electorId, day(receivedAt)].filter(Boolean).join(' · ')}
      </p>
      <p>{words}</p>
      {outcome !== null ? (
        <p className="sm">
          <b>{t(`objections.outcomeOf.${outcome}`)}</b> {answer}
        </p>
      ) : (
        <Form method="post" className={css.row}>
          <input type="hidden" name="objectionId" value={id} />
          <SelectField
            name="outcome"
            label={t('objections.outcome')}
            options={(['corrected', 'not-upheld'] as const).map((value) => ({
              value,
              label: t(`objections.outcomeOf.${value}`),
            }))}
          />
          <TextField name="answer" label={t('objections.answer')} required maxLength={500} />
          <Button type="submit" name="intent" value="answer">
            {t('objections.send')}
          </Button>
        </Form>
      )}
    </li>
  )
}
