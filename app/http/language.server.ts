import { DEFAULT_LANGUAGE, isLanguage, type Language } from '#app/i18n/language.ts'
import { readPreferences } from './preferences.server.ts'

/** The language to answer in: `?lang=`, else what was chosen before, else what the browser asks for. */
export async function languageOf(request: Request): Promise<Language> {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLanguage(asked)) return asked
  const { language } = await readPreferences(request)
  return language ?? preferredLanguage(request.headers.get('Accept-Language'))
}

/**
 * The first language of an `Accept-Language` that we speak, any kind of Chinese or English being ours;
 * our own when there is none.
 */
export function preferredLanguage(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().split(';')
      const quality = settings.find((setting) => setting.trim().startsWith('q='))
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return DEFAULT_LANGUAGE
}
