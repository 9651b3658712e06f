import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { TeaHills } from '#app/ui/tea-hills.tsx'
import css from './public.module.css'

/** Before there is any community: how to begin. */
export function StartPage() {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation('common')
  return (
    <main id="main">
      <section className={`hero ${css.hero ?? ''}`} aria-labelledby="start">
        <TeaHills />
        <div className="wrapc in">
          <div className={css.heroText}>
            <h1 id="start">{t('start.title')}</h1>
            <p className={css.quiet}>{t('start.body')}</p>
            <ol className={`nl ${css.steps ?? ''}`}>
              <li>
                <span>
                  {t('start.seed')} <code>{COMMAND}</code>
                </span>
              </li>
              <li>
                <span>{t('start.signIn')}</span>
              </li>
            </ol>
            <div className="row">
              <LinkButton look="primary" size="large" to="/signin">
                {common('nav.signIn')}
              </LinkButton>
              <LinkButton look="line" size="large" icon={IconUsers} to="/how">
                {t('hero.how')}
              </LinkButton>
            </div>
          </div>
        </div>
      </section>
    </main>
  )
}

const COMMAND = 'npm run db:seed'
