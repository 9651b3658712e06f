import type { Resource, ResourceKey } from 'i18next'
import { DEFAULT_LANGUAGE, type Language } from './language.ts'

/** Every file of words there is: a new one is found by being there. */
const files = import.meta.glob<ResourceKey>('./locales/*/*.json', {
  eager: true,
  import: 'default',
})

const words: Resource = {}
for (const [file, content] of Object.entries(files)) {
  const [, language, namespace] = /\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? []
  if (language && namespace) (words[language] ??= {})[namespace] = content
}

/** The names of the namespaces, each a file of `locales/zh-CN`. */
export const NAMESPACES = Object.keys(words[DEFAULT_LANGUAGE] ?? {})

/** The words of these namespaces in one language, as i18next takes them. */
export function wordsFor(language: Language, namespaces: readonly string[]): Resource {
  const all = words[language] ?? {}
  return {
    [language]: Object.fromEntries(
      namespaces.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
    ),
  }
}
