import { Form } from '@remix-run/react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { HomeLink, SignInPicture } from './sign-in-page.tsx'
import './accounts.css'

/** Somebody on the network, not at the machine that shows the demo: they need the code it printed. */
export function DemoCodePage({ refusal }: { refusal: 'wrong-code' | 'too-many-tries' | null }) {
  const { t } = useTranslation(['accounts', 'common'])
  return (
    <div className="pub">
      <div className="signin">
        <SignInPicture />
        <main id="main" className="signin-f">
          <div>
            <BrandMark to="/">{t('common:brand.name')}</BrandMark>
            <h1 className="song">{t('demoCode.title')}</h1>
            <p className="ink2">{t('demoCode.where')}</p>
            {refusal && (
              <Note tone="amber" icon={IconAlertTriangle} role="alert">
                {t(`demoCode.refused.${refusal}`)}
              </Note>
            )}
            <Form method="post" className="col signin-form">
              <TextField
                name="code"
                label={t('demoCode.code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                required
              />
              <Button look="primary" size="large" block type="submit">
                {t('demoCode.submit')}
              </Button>
            </Form>
            <HomeLink />
          </div>
        </main>
      </div>
    </div>
  )
}
