import type { i18n, TFunction } from 'i18next'
import { i18nOptions, WORDS_ELEMENT } from './i18n-options.ts'

type Words = { [key: string]: string | Words }

const files = import.meta.glob<Words>('./locales/*/*.json', { import: 'default' })

const AGAIN_AFTER_MS = 1000

/** The words that came with the page, so that nothing has to be fetched to read it. */
export function browserI18n(): i18n {
  const text = document.getElementById(WORDS_ELEMENT)?.textContent
  const language = document.documentElement.lang
  const known = JSON.parse(text ?? '{}') as Record<string, Record<string, Words>>
  return createReader(language, known[language] ?? {}, async (namespace) => {
    const load = files[`./locales/${language}/${namespace}.json`]
    if (!load) throw new Error(`No words for ${language}/${namespace}`)
    return load()
  })
}

/**
 * What `useTranslation` asks of i18next, and no more: one language, our own files, `{{name}}` and
 * plurals. The whole of i18next is eleven kB on the way to every phone; a test reads every word
 * with both.
 *
 * @param known - namespaces that are there already; others are loaded when a page asks for them.
 */
export function createReader(
  language: string,
  known: Record<string, Words>,
  load: (namespace: string) => Promise<Words>,
): i18n {
  const plurals = new Intl.PluralRules(language)
  const loading = new Map<string, Promise<void>>()
  const loadOne = (namespace: string): Promise<void> => {
    const under = loading.get(namespace)
    if (under) return under
    // What did not come, on a bad network, is asked for again, but not in a hurry. Whoever waits for
    // the same words waits for this: a second one who held a bare promise would see it break.
    const mine = load(namespace).then(
      (words) => void (known[namespace] = words),
      async () => {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
        loading.delete(namespace)
      },
    )
    loading.set(namespace, mine)
    return mine
  }
  const look = (namespace: string, key: string): string | null => {
    const found = key
      .split('.')
      .reduce<Words | string | undefined>(
        (words, part) => (typeof words === 'object' ? words[part] : undefined),
        known[namespace],
      )
    return typeof found === 'string' ? found : null
  }
  const read = (namespace: string, key: string, values: Record<string, unknown> = {}) => {
    const colon = key.indexOf(':')
    const from = colon < 0 ? namespace : key.slice(0, colon)
    const name = key.slice(colon + 1)
    const { count } = values
    const plural =
      typeof count === 'number' ? look(from, `${name}_${plurals.select(count)}`) : null
    return (plural ?? look(from, name) ?? name).replace(
      /\{\{(\w+)\}\}/g,
      (hole: string, value: string) =>
        values[value] === undefined ? hole : String(values[value]),
    )
  }
  const reader = {
    language,
    languages: [language],
    isInitialized: true,
    // The second is how react-i18next tells that it may ask `hasLoadedNamespace`.
    options: { ...i18nOptions, ignoreJSONStructure: true, react: { bindI18n: '' } },
    hasLoadedNamespace: (namespace: string) => Object.hasOwn(known, namespace),
    loadNamespaces: (namespaces: readonly string[], done: () => void) => {
      void Promise.all(
        namespaces.filter((each) => !Object.hasOwn(known, each)).map(loadOne),
      ).then(done)
    },
    getFixedT: (_language: string | null, namespace: string | readonly string[]): TFunction => {
      const first = typeof namespace === 'string' ? namespace : (namespace[0] ?? '')
      return ((key: string, values?: Record<string, unknown>) =>
        read(first, key, values)) as TFunction
    },
  }
  return reader as unknown as i18n
}
