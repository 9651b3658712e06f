import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#app/i18n/language.ts'
import { useLanguage } from '#app/i18n/use-format.ts'

/** 中文 · English, as a form: it works before any script has run. */
export function LanguageChoice({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation()
  const now = useLanguage()
  return (
    <form
      method="post"
      action="/preferences"
      className="lang"
      aria-label={t('preferences.language')}
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      {LANGUAGES.map((language) => (
        <button
          key={language}
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === now}
        >
          {t(`preferences.${language}`)}
        </button>
      ))}
    </form>
  )
}
