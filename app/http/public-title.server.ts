import type { PublicPlace } from '#app/domain/records/public-view.ts'
import type { Language } from '#app/i18n/language.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'

/** What a browser's tab says of a community's page. */
export async function publicTitle(
  language: Language,
  page: 'home' | 'sessions' | 'resolutions' | 'matters',
  { name, nameEn }: PublicPlace,
): Promise<string> {
  const t = await translatorFor(language, 'public')
  return t(`meta.${page}`, { community: language === 'en' ? nameEn : name })
}
