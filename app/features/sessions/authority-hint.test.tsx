import { createInstance } from 'i18next'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import type { DecidingBody } from '#app/domain/voting/authority.ts'
import { i18nOptions } from '#app/i18n/i18n-options.ts'
import zh from '#app/i18n/locales/zh-CN/sessions.json'
import zhTerms from '#app/i18n/locales/zh-CN/terms.json'
import { AuthorityHint } from './authority-hint.tsx'

test.for<[DecidingBody, string]>([
  ['session', '该由居民代表会议决定，会上只出“建议案”'],
  ['residents-reps-meeting', '会上就能定，结果叫“决议”'],
  // The law lets everybody's own meeting take what it leaves to the representatives.
  ['residents-meeting', '会上就能定，结果叫“决议”'],
  ['owners-committee', '该由居民代表会议决定，会上只出“建议案”'],
])('[V30] what a community’s affair may come to, convened as %s', async ([by, says]) => {
  const i18n = createInstance()
  await i18n.use(initReactI18next).init({
    ...i18nOptions,
    lng: 'zh-CN',
    resources: { 'zh-CN': { sessions: zh, terms: zhTerms } },
  })
  const page = renderToString(
    <I18nextProvider i18n={i18n}>
      <AuthorityHint
        topicType="community-affairs"
        decidedBy={by}
        region="350524"
        today="2026-12-01"
      />
    </I18nextProvider>,
  )
  expect(page.replaceAll(/<[^>]*>/g, '')).toContain(says)
})
