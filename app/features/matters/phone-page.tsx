import { useLocation } from '@remix-run/react'
import { IconTextSize } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadAloud } from '#app/features/phone/read-aloud.tsx'
import { Icon } from '#app/ui/icon.tsx'
import css from './matters.module.css'

/** A page that somebody opened by a personal link: a bar, one column, large letters on wish. */
export function PhonePage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('live')
  const { t: common } = useTranslation('common')
  const { pathname, search } = useLocation()
  return (
    <div className="phone">
      <header className={`ph-h ${css.bar}`}>
        <b style={{ fontSize: '1.125rem' }}>{title}</b>
        <span className="grow" />
        <ReadAloud />
        <form method="post" action="/preferences">
          <input type="hidden" name="returnTo" value={pathname + search} />
          <button
            className="ib"
            name="elder"
            value="on"
            aria-label={common('preferences.elderOn')}
          >
            <Icon of={IconTextSize} />
            {t('phone.large')}
          </button>
        </form>
      </header>
      {children}
    </div>
  )
}
