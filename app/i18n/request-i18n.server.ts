import { createInstance, type FlatNamespace, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { RemixI18Next } from 'remix-i18next/server'
import type { EntryContext } from '@remix-run/node'
import { i18nOptions } from './i18n-options.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './language.ts'
import { NAMESPACES, wordsFor } from './words.server.ts'

const remixI18n = new RemixI18Next({
  detection: { supportedLanguages: [...LANGUAGES], fallbackLanguage: DEFAULT_LANGUAGE },
})

/** An instance for one page, holding the words of the routes on that page and no others. */
export async function pageI18n(language: Language, context: EntryContext): Promise<i18n> {
  const namespaces = [...new Set(['common', ...remixI18n.getRouteNamespaces(context)])]
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    ns: namespaces,
    resources: wordsFor(language, namespaces),
  })
  return instance
}

/** A translator for what is written outside a page: a feed, a calendar, a title in a loader. */
export async function translatorFor<Namespace extends FlatNamespace>(
  language: Language,
  namespace: Namespace,
): Promise<TFunction<Namespace>> {
  const instance = createInstance()
  await instance.init({
    ...i18nOptions,
    lng: language,
    ns: NAMESPACES,
    resources: wordsFor(language, NAMESPACES),
  })
  return instance.getFixedT(language, namespace)
}
