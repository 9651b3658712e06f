import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSWORD } from '#app/domain/accounts/password-trouble.ts'
import type { CommunityAdmin } from '#app/domain/organisation/community-admin.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { AccountList } from './account-list.tsx'
import css from './community.module.css'

const REFUSALS = [
  'incomplete',
  'same-name',
  'no-such-compound',
  'no-such-person',
  'login-taken',
  'own-account',
  'no-such-account',
  'wrong-password',
  'too-many-tries',
  'password-too-short',
  'password-is-login',
  'password-common',
] as const

const DONE = [
  'add-compound',
  'add-building',
  'add-account',
  'open-account',
  'close-account',
  'own-password',
] as const

type Props = {
  admin: CommunityAdmin
  /** What was done a moment ago. */
  done: string | null
  refusal: { code: string; intent: string } | null
}

/** Compounds, buildings and accounts of one community, for its cadres. */
export function CommunityPage({ admin, done, refusal }: Props) {
  const { t } = useTranslation(['community', 'desk'])
  const isEnglish = useLanguage() === 'en'
  const code = refusal && (REFUSALS.find((each) => each === refusal.code) ?? 'incomplete')
  const said = refusal ? undefined : DONE.find((each) => each === done)
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      {code && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`refused.${code}`, { count: SHORTEST_PASSWORD })}
        </Note>
      )}
      {said && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t(`done.${said}`)}
        </Note>
      )}
      <div className={css.page}>
        <Panel title={t('compounds.title')}>
          <ul className={css.list}>
            {admin.compounds.map((compound) => (
              <li key={compound.id}>
                <b className="b">{isEnglish ? compound.nameEn : compound.name}</b>
                <span className="sm ink2">
                  {compound.buildings.length > 0
                    ? t('compounds.buildings', {
                        count: compound.buildings.length,
                        names: compound.buildings.join(t('join')),
                      })
                    : t('compounds.noBuildings')}
                </span>
                {compound.hall && <span className="sm muted">{compound.hall}</span>}
              </li>
            ))}
          </ul>
          <Adding id="add-compound" summary={t('compounds.add')}>
            <TextField name="name" label={t('compounds.name')} required maxLength={40} />
            <TextField
              name="nameEn"
              label={t('english')}
              optional={t('optional')}
              maxLength={40}
            />
            <TextField
              name="hall"
              label={t('compounds.hall')}
              optional={t('optional')}
              maxLength={80}
            />
          </Adding>
          {admin.compounds.length > 0 && (
            <Adding id="add-building" summary={t('compounds.addBuilding')}>
              <SelectField
                name="compoundId"
                label={t('compounds.which')}
                options={admin.compounds.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextField name="name" label={t('compounds.building')} required maxLength={40} />
              <TextField
                name="nameEn"
                label={t('english')}
                optional={t('optional')}
                maxLength={40}
              />
            </Adding>
          )}
        </Panel>
        <Panel title={t('accounts.title')}>
          <p className="sm ink2">{t('accounts.lead')}</p>
          <AccountList accounts={admin.accounts} />
          {admin.candidates.length > 0 ? (
            <Adding id="add-account" summary={t('accounts.add')}>
              <SelectField
                name="personId"
                label={t('accounts.who')}
                required
                options={admin.candidates.map(({ personId, name, title }) => ({
                  value: personId,
                  label: `${name} · ${title}`,
                }))}
              />
              <SelectField
                name="role"
                label={t('accounts.role')}
                options={(['recorder', 'cadre'] as const).map((role) => ({
                  value: role,
                  label: t(`accounts.roles.${role}`),
                }))}
              />
              <TextField
                name="login"
                label={t('accounts.login')}
                hint={t('accounts.loginHint')}
                required
                autoComplete="off"
                pattern="[A-Za-z0-9._@\-]{2,60}"
                maxLength={60}
              />
              <NewPassword name="password" label={t('accounts.password')} />
            </Adding>
          ) : (
            <p className="sm muted">
              {t('accounts.nobody')} <Link to="/desk/roster/new">{t('accounts.toRoster')}</Link>
            </p>
          )}
        </Panel>
        <Panel title={t('own.title')}>
          <Form method="post" className={css.form} id="own-password">
            <input type="hidden" name="intent" value="own-password" />
            <TextField
              name="current"
              type="password"
              label={t('own.current')}
              autoComplete="current-password"
              required
              maxLength={200}
            />
            <NewPassword name="next" label={t('own.next')} />
            <Button look="line" type="submit">
              {t('own.change')}
            </Button>
          </Form>
        </Panel>
      </div>
    </>
  )
}

function NewPassword({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('community')
  return (
    <TextField
      name={name}
      type="password"
      label={label}
      hint={t('passwordHint', { count: SHORTEST_PASSWORD })}
      autoComplete="new-password"
      required
      minLength={SHORTEST_PASSWORD}
      maxLength={200}
    />
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={`panel ${css.panel}`}>
      <h2 className="song">{title}</h2>
      {children}
    </section>
  )
}

/** A form behind its name, opened without a script. */
function Adding({
  id,
  summary,
  children,
}: {
  id: 'add-compound' | 'add-building' | 'add-account'
  summary: string
  children: ReactNode
}) {
  const { t } = useTranslation('community')
  return (
    <details className={css.adding} id={id}>
      <summary>{summary}</summary>
      <Form method="post" className={css.form}>
        <input type="hidden" name="intent" value={id} />
        {children}
        <Button look="primary" type="submit">
          {t('add')}
        </Button>
      </Form>
    </details>
  )
}
