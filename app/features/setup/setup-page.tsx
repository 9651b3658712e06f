import { Form, useNavigation } from '@remix-run/react'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSWORD } from '#app/domain/accounts/password-trouble.ts'
import { LanguageChoice } from '#app/features/accounts/language-choice.tsx'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import '#app/features/accounts/accounts.css'
import css from './setup.module.css'

const REFUSALS = [
  'incomplete',
  'bad-address',
  'bad-division',
  'wrong-code',
  'too-many-tries',
  'password-too-short',
  'password-is-login',
  'password-common',
] as const

type Props = {
  refusal: { code: string; retryMinutes: number; typed: Record<string, string> } | null
}

/** An empty database: who we are, where, and the first account. */
export function SetupPage({ refusal }: Props) {
  const { t } = useTranslation(['setup', 'common'])
  const busy = useNavigation().state !== 'idle'
  const typed = refusal?.typed ?? {}
  const code = refusal && (REFUSALS.find((each) => each === refusal.code) ?? 'incomplete')
  const field = (name: string, label: string, more: FieldMore = {}) => (
    <TextField name={name} label={label} defaultValue={typed[name]} maxLength={40} {...more} />
  )
  return (
    <div className="pub">
      <main id="main" className={css.page}>
        <BrandMark to="/">{t('common:brand.name')}</BrandMark>
        <h1 className="song">{t('title')}</h1>
        <p className="ink2">{t('lead')}</p>
        {code && (
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {t(`refused.${code}`, {
              count: code === 'too-many-tries' ? refusal.retryMinutes : SHORTEST_PASSWORD,
            })}
          </Note>
        )}
        <Form method="post" className={css.form}>
          <Part title={t('part.code')} hint={t('code.hint')}>
            {field('code', t('code.label'), {
              required: true,
              autoComplete: 'off',
              spellCheck: false,
            })}
          </Part>
          <Part title={t('part.place')} hint={t('place.hint')}>
            {(['county', 'town', 'community', 'compound'] as const).map((each) => (
              <div key={each} className={css.pair}>
                {field(each, t(`place.${each}`), { required: true })}
                {field(`${each}En`, t('place.english', { place: t(`place.${each}`) }), {
                  optional: t('optional'),
                })}
              </div>
            ))}
            <div className={css.pair}>
              {field('address', t('place.address'), {
                required: true,
                hint: t('place.addressHint'),
                pattern: '[A-Za-z][A-Za-z0-9-]{1,30}',
                maxLength: 31,
              })}
              {field('hotline', t('place.hotline'), { optional: t('optional'), type: 'tel' })}
            </div>
            <div className={css.pair}>
              {field('hall', t('place.hall'), {
                optional: t('optional'),
                hint: t('place.hallHint'),
              })}
              {field('division', t('place.division'), {
                optional: t('optional'),
                hint: t('place.divisionHint'),
                inputMode: 'numeric',
                pattern: '[0-9]{6}',
                maxLength: 6,
              })}
            </div>
          </Part>
          <Part title={t('part.account')} hint={t('account.hint')}>
            <div className={css.pair}>
              {field('name', t('account.name'), { required: true, autoComplete: 'name' })}
              {field('title', t('account.title'), { required: true })}
            </div>
            <RadioGroup
              name="honorific"
              label={t('account.honorific')}
              defaultValue={typed['honorific'] ?? 'ms'}
              choices={[
                { value: 'ms', label: t('account.ms') },
                { value: 'mr', label: t('account.mr') },
              ]}
            />
            <div className={css.pair}>
              {field('login', t('account.login'), {
                required: true,
                autoComplete: 'username',
                hint: t('account.loginHint'),
                pattern: '[A-Za-z0-9._@\\-]{2,60}',
              })}
              {field('password', t('account.password'), {
                required: true,
                type: 'password',
                autoComplete: 'new-password',
                minLength: SHORTEST_PASSWORD,
                maxLength: 200,
                hint: t('account.passwordHint', { count: SHORTEST_PASSWORD }),
              })}
            </div>
          </Part>
          <Button look="primary" size="large" block type="submit" busy={busy}>
            {t('submit')}
          </Button>
        </Form>
        <LanguageChoice returnTo="/setup" />
      </main>
    </div>
  )
}

type FieldMore = Partial<Omit<Parameters<typeof TextField>[0], 'name' | 'label'>>

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className={`panel ${css.part}`}>
      <legend className="song">{title}</legend>
      <p className="sm ink2">{hint}</p>
      {children}
    </fieldset>
  )
}
