import { Form, Link, useNavigation } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconDeviceMobile,
  IconDoorEnter,
  IconEye,
  IconEyeOff,
  IconLock,
  IconUser,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { Plate } from '#app/ui/plate.tsx'
import { TeaHills } from '#app/ui/tea-hills.tsx'
import { LanguageChoice } from './language-choice.tsx'
import './accounts.css'

type Props = {
  /** Where to go afterwards: a path of ours. */
  to: string
  demo: boolean
  refusal: {
    code: 'incomplete' | 'wrong-login' | 'too-many-tries'
    retryMinutes: number
    login: string
  } | null
}

export function SignInPage({ to, demo, refusal }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="pub">
      <div className="signin">
        <SignInPicture />
        <main id="main" className="signin-f">
          <div>
            <BrandMark to="/">{t('common:brand.name')}</BrandMark>
            <h1 className="song">{t('signIn.title')}</h1>
            <p className="ink2">{t('signIn.who')}</p>
            {refusal && (
              <Note tone="amber" icon={IconAlertTriangle} role="alert">
                {t(`signIn.refused.${refusal.code}`, { count: refusal.retryMinutes })}
              </Note>
            )}
            <Form method="post" className="col signin-form">
              <input type="hidden" name="to" value={to} />
              <label className="fld">
                <span className="lb">{t('signIn.login')}</span>
                <span className="inp with-icon">
                  <Icon of={IconUser} />
                  <input
                    name="login"
                    defaultValue={refusal?.login}
                    autoComplete="username"
                    autoCapitalize="none"
                    spellCheck={false}
                    maxLength={60}
                    required
                    aria-invalid={refusal?.code === 'wrong-login' || undefined}
                  />
                </span>
              </label>
              <PasswordField wrong={refusal?.code === 'wrong-login'} />
              <Button look="primary" size="large" block type="submit" busy={busy}>
                {t('signIn.submit')}
              </Button>
            </Form>
            <p className="sm muted">{t('signIn.forgotten')}</p>
            <hr className="hr" />
            <div className="col signin-other">
              <LinkButton to="/code" look="line" block icon={IconDeviceMobile}>
                {t('signIn.resident')}
              </LinkButton>
              {demo && (
                <LinkButton to="/personas" look="soft" block icon={IconDoorEnter}>
                  {t('signIn.demo')}
                </LinkButton>
              )}
            </div>
            <LanguageChoice returnTo="/signin" />
          </div>
        </main>
      </div>
    </div>
  )
}

/** The left half on a wide screen, a strip on a phone. */
export function SignInPicture() {
  const { t } = useTranslation(['accounts', 'common'])
  return (
    <section className="hero half signin-p" aria-label={t('common:brand.name')}>
      <TeaHills />
      <div className="signin-h">
        <Plate room="hall" size="huge" digits="730">
          {t('plate')}
        </Plate>
        <div>
          <p className="signin-m song">
            {t('motto.first')}
            <br />
            {t('motto.second')}
          </p>
          <p className="ink2">{t('motto.where')}</p>
        </div>
      </div>
    </section>
  )
}

function PasswordField({ wrong }: { wrong: boolean }) {
  const { t } = useTranslation(['accounts', 'common'])
  const [shown, setShown] = useState(false)
  return (
    <div className="fld">
      <label className="lb" htmlFor="password">
        {t('signIn.password')}
      </label>
      <span className="inp with-icon">
        <Icon of={IconLock} />
        <input
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          maxLength={200}
          required
          aria-invalid={wrong || undefined}
        />
        <Button
          look="ghost"
          size="small"
          square
          icon={shown ? IconEyeOff : IconEye}
          className="js-only"
          onClick={() => setShown(!shown)}
        >
          {shown ? t('signIn.hide') : t('signIn.show')}
        </Button>
      </span>
    </div>
  )
}

/** A link back to the front door, under a form that stands alone. */
export function HomeLink() {
  const { t } = useTranslation(['accounts', 'common'])
  return (
    <Link to="/" className="il">
      {t('common:error.home')}
    </Link>
  )
}
