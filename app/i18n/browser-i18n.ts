import {
  createInstance,
  type BackendModule,
  type i18n,
  type Resource,
  type ResourceKey,
} from 'i18next'
import { initReactI18next } from 'react-i18next'
import { i18nOptions, WORDS_ELEMENT } from './i18n-options.ts'

const files = import.meta.glob<ResourceKey>('./locales/*/*.json', { import: 'default' })

/** Fetches the words that a page entered later needs, one file at a time. */
const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read(language, namespace, done) {
    const load = files[`./locales/${language}/${namespace}.json`]
    if (!load) return done(new Error(`No words for ${language}/${namespace}`), null)
    load().then(
      (words) => done(null, words),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    )
  },
}

/** Starts from the words that came with the page, so that nothing has to be fetched to read it. */
export async function browserI18n(): Promise<i18n> {
  const text = document.getElementById(WORDS_ELEMENT)?.textContent
  const resources = JSON.parse(text ?? '{}') as Resource
  const language = document.documentElement.lang
  const instance = createInstance()
  await instance
    .use(initReactI18next)
    .use(backend)
    .init({
      ...i18nOptions,
      lng: language,
      ns: Object.keys(resources[language] ?? {}),
      resources,
      partialBundledLanguages: true,
    })
  return instance
}
