import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RollForStaff } from '#app/domain/register/roll-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import css from './register.module.css'

type Props = { view: RollForStaff; formKey: string }

/** Whose vote the owners' own rules suspend; nothing where everybody's counts. */
export function RollSuspensions({ view: { roll, mayFreeze, suspensions }, formKey }: Props) {
  const { t } = useTranslation('register')
  const { day } = useFormat()
  if (roll.policy.debtorsVote !== 'suspend') return null
  return (
    <section className="panel">
      <div className={css.pad}>
        <h2>{t('suspended.title')}</h2>
        <p className="sm ink2">
          {t('suspended.lead', { basis: roll.policy.debtorsBasis ?? '' })}
        </p>
        {suspensions.length === 0 && <p className="sm muted">{t('suspended.nobody')}</p>}
        {mayFreeze && (
          <Form method="post" className={css.row} style={{ marginTop: 10 }} key={formKey}>
            <input type="hidden" name="key" value={formKey} />
            <TextField
              name="electorId"
              label={t('suspended.elector')}
              inputMode="numeric"
              required
              maxLength={8}
            />
            <TextField name="reason" label={t('suspended.reason')} required maxLength={200} />
            <Button type="submit" name="intent" value="suspend">
              {t('suspended.mark')}
            </Button>
          </Form>
        )}
      </div>
      {suspensions.length > 0 && (
        <ul className={css.list}>
          {suspensions.map(({ id, electorId, reason, markedBy, markedAt, lifted }) => (
            <li key={id}>
              <p className={css.line}>
                <b>{electorId}</b>
                <span>{reason}</span>
                <span className="sm muted">
                  {t('suspended.by', { name: markedBy, day: day(markedAt) })}
                </span>
              </p>
              {lifted ? (
                <p className="sm muted">
                  {t('suspended.wasLifted', { name: lifted.by, day: day(lifted.at) })}
                </p>
              ) : (
                mayFreeze && (
                  <Form method="post">
                    <input type="hidden" name="suspensionId" value={id} />
                    <Button size="small" look="ghost" type="submit" name="intent" value="lift">
                      {t('suspended.lift')}
                    </Button>
                  </Form>
                )
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
