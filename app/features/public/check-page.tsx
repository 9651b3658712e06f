import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './public.module.css'

export type CheckFound = {
  kind: 'resolution' | 'minutes-public' | 'minutes'
  title: string
  path: string | null
  sealedAt: Date
  withdrawn: boolean
  sealedHash: string
  hashNow: string
}

type Props = { typed: string; tooFast: boolean; found: CheckFound | null }

/** Twelve characters from a sheet of paper, and whether the record they belong to is unchanged. */
export function CheckPage({ typed, tooFast, found }: Props) {
  const { t } = useTranslation('minutes')
  const missing = typed !== '' && found === null
  return (
    <main id="main" className={`wrapc ${css.code ?? ''}`}>
      <h1>{t('check.title')}</h1>
      <p className="ink2">{t('check.lead')}</p>
      <Form method="get" className="card pad">
        <TextField
          name="code"
          label={t('check.code')}
          hint={t('check.example')}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
          error={missing && t(tooFast ? 'refused.too-fast' : 'check.none')}
        />
        <Button look="primary" size="large" block type="submit">
          {t('check.go')}
        </Button>
      </Form>
      {found && <Found found={found} />}
    </main>
  )
}

function Found({ found }: { found: CheckFound }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { kind, title, path, sealedAt, withdrawn, sealedHash, hashNow } = found
  const same = sealedHash === hashNow
  return (
    <section className="card pad" style={{ marginBottom: 32 }} aria-live="polite">
      <p className="sm muted">{t(`check.kind.${kind}`)}</p>
      <h2 lang="zh-CN" style={{ fontSize: '1.25rem', margin: '6px 0 12px' }}>
        {path === null ? title : <Link to={path}>{title}</Link>}
      </h2>
      <Note tone={same ? 'tea' : 'jujube'} icon={same ? IconShieldCheck : IconAlertTriangle}>
        <b>{t(same ? 'check.same' : 'check.changed', { day: format.fullDay(sealedAt) })}</b>
        {withdrawn && <p>{t('check.withdrawn')}</p>}
      </Note>
      <dl className="sm muted" style={{ overflowWrap: 'anywhere', marginTop: 12 }}>
        <dt>{t('check.sealedHash')}</dt>
        <dd>{sealedHash}</dd>
        <dt>{t('check.hashNow')}</dt>
        <dd>{hashNow}</dd>
      </dl>
      {path === null && <p className="sm muted">{t('check.notPublic')}</p>}
    </section>
  )
}
