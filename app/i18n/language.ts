/** The languages we speak, the one for everybody else first. */
export const LANGUAGES = ['zh-CN', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'zh-CN'

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}
