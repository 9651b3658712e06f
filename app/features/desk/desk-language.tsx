import { useLocation } from '@remix-run/react'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#app/i18n/language.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'

/** Switches to the other language and comes back to the same page. */
export function DeskLanguage() {
  const { t } = useTranslation()
  const now = useLanguage()
  const { pathname, search } = useLocation()
  const other = LANGUAGES.find((language) => language !== now) ?? now
  return (
    <form method="post" action="/preferences" className="dk-lang">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button name="language" value={other} lang={other}>
        <Icon of={IconLanguage} />
        {t(`preferences.${other}`)}
      </button>
    </form>
  )
}
