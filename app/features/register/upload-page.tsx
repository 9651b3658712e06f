import { Form, Link, useNavigation } from '@remix-run/react'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { RefusedNote } from './refused-note.tsx'
import css from './register.module.css'

type Props = {
  compoundId: string
  compound: string
  formKey: string
  code: RegisterRefusalCode | null
}

/** Where a file of the register goes in. It works without a script. */
export function UploadPage({ compoundId, compound, formKey, code }: Props) {
  const { t } = useTranslation('register')
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <p className="sm muted">
        <Link to={`/desk/register?compound=${compoundId}`}>{t('back')}</Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>
            {t('import.title')} · {compound}
          </h1>
          <p>{t('import.lead')}</p>
        </div>
      </header>
      <div className={css.stack}>
        <section className={`panel ${css.pad}`}>
          <h2>{t('import.template')}</h2>
          <p className="sm muted">{t('import.templateHint')}</p>
          <p className={css.line} style={{ marginTop: 10 }}>
            {(['xlsx', 'csv'] as const).map((kind) => (
              <LinkButton
                key={kind}
                icon={IconDownload}
                to={`/desk/register/file?kind=template-${kind}`}
                reloadDocument
              >
                {`.${kind}`}
              </LinkButton>
            ))}
          </p>
        </section>
        <section className={`panel ${css.pad}`}>
          <RefusedNote code={code} />
          <Form method="post" encType="multipart/form-data" className={css.row}>
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="compoundId" value={compoundId} />
            <TextField
              name="file"
              type="file"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              label={t('import.file')}
              required
            />
            <Button look="primary" type="submit" busy={busy}>
              {t('import.check')}
            </Button>
          </Form>
          <p role="status" className="sm muted">
            {busy && t('import.reading')}
          </p>
        </section>
      </div>
    </>
  )
}
