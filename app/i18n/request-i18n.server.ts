import { createInstance, type FlatNamespace, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { EntryContext } from '@remix-run/node'
import { i18nOptions } from './i18n-options.ts'
import type { Language } from './language.ts'
import { NAMESPACES, wordsFor } from './words.server.ts'

/** Readers by what they hold: they only look words up, so everybody who asks for the same shares one. */
const readers = new Map<string, Promise<i18n>>()

/** The words of one page: of the routes that are on it and no others. */
export function pageI18n(language: Language, context: EntryContext): Promise<i18n> {
  return readerOf(language, namespacesOf(context))
}

/** A translator for what is written outside a page: a feed, a calendar, a title in a loader. */
export async function translatorFor<Namespace extends FlatNamespace>(
  language: Language,
  namespace: Namespace,
): Promise<TFunction<Namespace>> {
  return (await readerOf(language, NAMESPACES)).getFixedT(language, namespace)
}

function readerOf(language: Language, namespaces: string[]): Promise<i18n> {
  const key = [language, ...namespaces].join(' ')
  const reader = readers.get(key) ?? createI18n(language, namespaces)
  readers.set(key, reader)
  return reader
}

async function createI18n(language: Language, namespaces: string[]): Promise<i18n> {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    ns: namespaces,
    resources: wordsFor(language, namespaces),
  })
  return instance
}

/** What the routes of this page name in their `handle`; `routeModules` holds those of every page. */
function namespacesOf({ staticHandlerContext, routeModules }: EntryContext): string[] {
  const named = staticHandlerContext.matches.flatMap(({ route }) => {
    const handle = routeModules[route.id]?.handle as { i18n?: string[] } | undefined
    return handle?.i18n ?? []
  })
  return [...new Set(['common', ...named])].sort()
}
