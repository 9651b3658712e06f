import { Form, useNavigation } from '@remix-run/react'
import { IconAlertTriangle, IconDoorEnter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './public.module.css'

export type CodeRefusal = 'not-six-digits' | 'no-such-code' | 'too-many-tries'

type Props = { refusal: CodeRefusal | null; typed: string; retryMinutes: number | null }

/** Six digits from the hall's screen, for those who are in the hall. */
export function CodePage({ refusal, typed, retryMinutes }: Props) {
  const { t } = useTranslation('public')
  const busy = useNavigation().state !== 'idle'
  return (
    <main id="main" className={`wrapc ${css.code ?? ''}`}>
      <h1>{t('code.title')}</h1>
      <p className="ink2">{t('code.lead')}</p>
      <Form method="post" className="card pad">
        {refusal && (
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {refusal === 'too-many-tries'
              ? t('code.refused.too-many-tries', { count: retryMinutes ?? 10 })
              : t(`code.refused.${refusal}`)}
          </Note>
        )}
        <TextField
          name="code"
          label={t('code.label')}
          hint={t('code.hint')}
          defaultValue={typed}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          title={t('code.refused.not-six-digits')}
          maxLength={7}
          required
        />
        <Button
          type="submit"
          look="primary"
          size="large"
          block
          icon={IconDoorEnter}
          busy={busy}
        >
          {t('code.submit')}
        </Button>
      </Form>
      <section aria-labelledby="stuck">
        <h2 id="stuck">{t('code.stuckTitle')}</h2>
        <ol className="nl">
          {(['link', 'screen', 'desk'] as const).map((way) => (
            <li key={way}>
              <span>{t(`code.stuck.${way}`)}</span>
            </li>
          ))}
        </ol>
      </section>
    </main>
  )
}
