import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'

/** What was added after the seal, each with its reason. */
export function MinutesAddenda({ addenda }: Pick<MinutesView, 'addenda'>) {
  const { t } = useTranslation('records')
  const format = useFormat()
  return (
    <section className="panel mt18" aria-labelledby="addenda">
      <div className="ph2">
        <h2 id="addenda">{t('minutes.addenda')}</h2>
      </div>
      <div className="min-b">
        {addenda.map(({ position, reason, text, addedBy, addedAt }) => (
          <div key={position} className="min-i">
            <p lang="zh-CN">{text}</p>
            <p className="sm muted">
              {reason} · {t('minutes.by', { name: addedBy, day: format.fullDay(addedAt) })}
            </p>
          </div>
        ))}
        <Form method="post" key={addenda.length} className="col min-a">
          <TextField
            name="reason"
            label={t('minutes.addendumReason')}
            required
            maxLength={200}
          />
          <TextAreaField
            name="text"
            label={t('minutes.addendumText')}
            required
            rows={2}
            maxLength={2000}
          />
          <Button type="submit" name="intent" value="add">
            {t('minutes.addendumAdd')}
          </Button>
        </Form>
      </div>
    </section>
  )
}
