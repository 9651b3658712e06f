import type { InitOptions } from 'i18next'
import { LANGUAGES } from './language.ts'

/** The element in which a page carries its words. */
export const WORDS_ELEMENT = 'words'

/** What server and browser have in common. */
export const i18nOptions = {
  supportedLngs: [...LANGUAGES],
  // A test proves that both languages have every word, so there is nothing to fall back for.
  fallbackLng: false,
  defaultNS: 'common',
  // React escapes what it writes.
  interpolation: { escapeValue: false },
  returnNull: false,
} satisfies InitOptions
