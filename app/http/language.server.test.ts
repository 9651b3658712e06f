import { expect, test } from 'vitest'
import { languageOf, preferredLanguage } from './language.server.ts'
import { writePreferences } from './preferences.server.ts'

test.each([
  [null, 'zh-CN'],
  ['', 'zh-CN'],
  ['*', 'zh-CN'],
  ['fr-FR,fr;q=0.9', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,zh-CN;q=0.5', 'en'],
  ['zh-TW,en;q=0.9', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['fr,en;q=0.3,zh;q=0.2', 'en'],
  ['en;q=0.1,zh-CN;q=0.9', 'zh-CN'],
  ['en;q=0,zh', 'zh-CN'],
])('a browser that asks for %j is answered in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('the address wins over what was chosen before, and that over the browser', async () => {
  const chosen = await writePreferences({ language: 'zh-CN', theme: undefined, elder: false })
  const ask = (url: string, headers: Record<string, string>) =>
    languageOf(new Request(url, { headers }))
  const cookie = chosen.split(';')[0] ?? ''
  const browser = { 'Accept-Language': 'en' }
  expect(await ask('http://x/?lang=en', { Cookie: cookie })).toBe('en')
  expect(await ask('http://x/', { Cookie: cookie, ...browser })).toBe('zh-CN')
  expect(await ask('http://x/', browser)).toBe('en')
  expect(await ask('http://x/?lang=tlh', browser)).toBe('en')
})

test('a preferences cookie somebody has tampered with is worth nothing', async () => {
  const request = new Request('http://x/', { headers: { Cookie: 'preferences=%00garbage' } })
  expect(await languageOf(request)).toBe('zh-CN')
})
