import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RollSummary } from '#app/domain/register/roll-view.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import css from './register.module.css'

/** What can be done with a roll now; a frozen or withdrawn one is only read. */
export function RollActions({ roll, mayFreeze }: { roll: RollSummary; mayFreeze: boolean }) {
  const { t } = useTranslation('register')
  const busy = useNavigation().state === 'submitting'
  if (roll.state === 'frozen' || roll.state === 'withdrawn') return null
  return (
    <div className={css.stack} style={{ marginTop: 14 }}>
      <Form method="post" className={css.line}>
        {roll.state === 'draft' && mayFreeze && (
          <Button look="primary" type="submit" name="intent" value="publish" busy={busy}>
            {t('roll.publish')}
          </Button>
        )}
        <Button type="submit" name="intent" value="remake" busy={busy}>
          {t('roll.remake')}
        </Button>
        {roll.state === 'draft' && (
          <span className="sm muted">
            {t('roll.publishLead', { days: roll.policy.publicationDays })}
          </span>
        )}
      </Form>
      {roll.state === 'published' && mayFreeze && (
        <Form method="post" className={css.row}>
          <TextField name="earlyReason" label={t('roll.earlyReason')} maxLength={200} />
          <Button look="primary" type="submit" name="intent" value="freeze" busy={busy}>
            {t('roll.freeze')}
          </Button>
          <span className="sm muted">{t('roll.freezeLead')}</span>
        </Form>
      )}
      {mayFreeze && (
        <Form method="post" className={css.row}>
          <TextField name="reason" label={t('roll.withdrawReason')} required maxLength={200} />
          <Button look="stop" type="submit" name="intent" value="withdraw">
            {t('roll.withdraw')}
          </Button>
        </Form>
      )}
    </div>
  )
}
