import { Link } from '@remix-run/react'
import { IconDoorEnter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import css from './public.module.css'

const SECTIONS = [
  ['before', 4],
  ['at', 5],
  ['after', 4],
  ['paper', 4],
  ['decide', 4],
  ['neighbours', 3],
  ['privacy', 5],
] as const

/** How to take part, in the order it happens. */
export function HowPage() {
  const { t } = useTranslation('public')
  // The words of a section are sentences counted from 1; only their number is known here.
  const sentence = t as unknown as (key: string) => string
  return (
    <main id="main" className="wrapc">
      <div className="doc2">
        <article className={`sheet ${css.how ?? ''}`}>
          <h1>{t('how.title')}</h1>
          <p className="lead">{t('how.lead')}</p>
          {SECTIONS.map(([section, count]) => (
            <section key={section} id={section} aria-labelledby={`${section}-title`}>
              <h2 id={`${section}-title`}>{t(`how.${section}.title`)}</h2>
              <ol className="nl">
                {Array.from({ length: count }, (_, index) => (
                  <li key={index}>
                    <span>{sentence(`how.${section}.${index + 1}`)}</span>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </article>
        <aside className="side">
          <nav aria-label={t('how.contents')}>
            <h2 className={css.asideTitle}>{t('how.contents')}</h2>
            <ul className={css.contents}>
              {SECTIONS.map(([section]) => (
                <li key={section}>
                  <Link to={`#${section}`}>{t(`how.${section}.title`)}</Link>
                </li>
              ))}
            </ul>
          </nav>
          <section className="card pad">
            <h2 className={css.asideTitle}>{t('how.hereTitle')}</h2>
            <p className="sm ink2">{t('how.hereBody')}</p>
            <LinkButton look="primary" block icon={IconDoorEnter} to="/code">
              {t('frame.code')}
            </LinkButton>
          </section>
        </aside>
      </div>
    </main>
  )
}
