import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { RefusedNote } from './refused-note.tsx'
import css from './register.module.css'

type Props = {
  roll: { id: string; title: string }
  formKey: string
  typed: Partial<Record<string, string>>
  code: RegisterRefusalCode | null
}

/** An owner of another building is put on a roll, with why and with what proves it. */
export function AdditionPage({ roll, formKey, typed, code }: Props) {
  const { t } = useTranslation('register')
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <p className="sm muted">
        <Link to={`/desk/register/rolls/${roll.id}`}>{roll.title}</Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>{t('added.add')}</h1>
          <p>{t('added.formLead')}</p>
        </div>
      </header>
      <section className={`panel ${css.pad}`}>
        <RefusedNote code={code} />
        <Form method="post" encType="multipart/form-data" className={css.grid}>
          <input type="hidden" name="key" value={formKey} />
          <TextField
            name="door"
            label={t('added.door')}
            required
            maxLength={40}
            defaultValue={typed['door']}
          />
          <div className={css.wide}>
            <TextAreaField
              name="reason"
              label={t('added.reason')}
              required
              maxLength={200}
              rows={2}
              defaultValue={typed['reason']}
            />
          </div>
          <TextField
            name="evidence"
            label={t('added.evidenceField')}
            hint={t('added.evidenceHint')}
            maxLength={200}
            defaultValue={typed['evidence']}
          />
          <TextField
            name="paper"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            label={t('added.photo')}
            hint={t('added.photoHint')}
          />
          <p className={css.wide}>
            <Button look="primary" type="submit" busy={busy}>
              {t('added.save')}
            </Button>
          </p>
        </Form>
      </section>
    </>
  )
}
