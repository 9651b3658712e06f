import { createInstance } from 'i18next'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { numbered, YES_NO } from '#app/domain/voting/ballot-question.ts'
import type { Recount } from '#app/domain/voting/recount-file.ts'
import { tallyQuestion } from '#app/domain/voting/tally-question.ts'
import { tallyBallot } from '#app/domain/voting/tally.ts'
import { i18nOptions } from '#app/i18n/i18n-options.ts'
import type { Language } from '#app/i18n/language.ts'
import enBallot from '#app/i18n/locales/en/ballot.json'
import en from '#app/i18n/locales/en/recount.json'
import enTerms from '#app/i18n/locales/en/terms.json'
import zhBallot from '#app/i18n/locales/zh-CN/ballot.json'
import zh from '#app/i18n/locales/zh-CN/recount.json'
import zhTerms from '#app/i18n/locales/zh-CN/terms.json'
import { nationalRule } from '#tests/golden/inputs-of-case.ts'
import { RULE } from '#tests/helpers/pure-room.ts'
import { RecountResult } from './recount-result.tsx'

const ELECTORS = ['e1', 'e2', 'e3', 'e4', 'e5']

const OWNERS_VOTE: Recount = {
  title: '筹集建筑物维修资金',
  about: {
    community: '河滨社区',
    room: 'owners-vote',
    compound: '蓝溪花园',
    number: null,
    label: 'opinion-survey',
    named: null,
    openedAt: '2026-12-12T01:00:00Z',
    closedAt: '2026-12-20T16:00:00Z',
    logHash: null,
    lines: 'sums',
    receipts: ['10AB-C9', '7K4M-Q2'],
    silent: null,
    assisted: null,
  },
  question: YES_NO,
  rule: RULE,
  secret: false,
  verdict: tallyBallot({
    rule: RULE,
    roll: ELECTORS.map((elector) => ({ elector, heads: 1, area: null })),
    present: ELECTORS,
    votes: ELECTORS.map((elector) => ({ elector, choice: 'yes' })),
  }),
  claims: true,
  difference: null,
}

test.for([
  ['zh-CN', ['业主表决', '蓝溪花园全体业主', '意见征询'], '蓝溪花园会议'],
  ['en', ['Owners’ vote', '蓝溪花园, its owners', 'Opinion survey'], '蓝溪花园, session'],
] as const)('an owners’ vote is not called a session: %s', async ([language, says, not]) => {
  const page = await pageOf(OWNERS_VOTE, language)
  for (const words of says) expect(page).toContain(words)
  expect(page).not.toContain(not)
})

test('[V3] where too few took part, whether enough said yes is not judged', async () => {
  const rule = nationalRule('owners-general')
  const roll = ELECTORS.map((elector) => ({ elector, heads: 1, area: 10_000n }))
  const page = (voters: number) => {
    const votes = ELECTORS.slice(0, voters).map((elector) => ({
      ...{ elector, choice: 'yes' as const },
    }))
    return pageOf(
      { ...OWNERS_VOTE, rule, verdict: tallyBallot({ rule, roll, votes }) },
      'zh-CN',
    )
  }
  expect(await page(3)).toContain('不再判断')
  expect(await page(4)).not.toContain('不再判断')
})

test('[V11] sums beyond what a number is exact in are shown to the last place', async () => {
  const rule = nationalRule('owners-general')
  const roll = ELECTORS.map((elector) => ({ elector, heads: 1, area: 10n ** 17n - 1n }))
  const votes = ELECTORS.slice(0, 4).map((elector) => ({ elector, choice: 'yes' as const }))
  const verdict = tallyBallot({ rule, roll, votes })
  const page = await pageOf({ ...OWNERS_VOTE, rule, verdict }, 'zh-CN')
  expect(page).toContain('4999999999999999.95')
  expect(page).toContain('999999999999999.99')
})

test('[V16] what was not carried is not called after what it would have become', async () => {
  const resolution = { ...OWNERS_VOTE, about: { ...OWNERS_VOTE.about, label: 'resolution' } }
  expect(await pageOf(resolution, 'zh-CN')).toContain('决议')
  const verdict = { ...OWNERS_VOTE.verdict, passed: false }
  expect(await pageOf({ ...resolution, verdict }, 'zh-CN')).not.toContain('决议')
})

test('[C3] the receipts of a record are said to prove that a vote was counted, and not which', async () => {
  const page = await pageOf(OWNERS_VOTE, 'zh-CN')
  expect(page).toContain('列出 2 个回执')
  expect(page).toContain('不能向别人证明您投了什么')
  const none = { ...OWNERS_VOTE.about, receipts: [] }
  expect(await pageOf({ ...OWNERS_VOTE, about: none }, 'zh-CN')).not.toContain('回执')
})

test('a session is still called one', async () => {
  const session = { ...OWNERS_VOTE.about, room: 'council', label: 'recommendation', number: 3 }
  const page = await pageOf({ ...OWNERS_VOTE, about: session }, 'zh-CN')
  expect(page).toContain('蓝溪花园第 3 次会议')
  expect(page).not.toContain('业主表决')
})

test('[V34] a rule of the county’s own is called as its record calls it', async () => {
  const named = {
    name: { zh: '维修资金筹集表决', en: null },
    legalBasis: '《安溪县维修资金筹集办法》第3条',
  }
  const recount = { ...OWNERS_VOTE, about: { ...OWNERS_VOTE.about, named } }
  for (const language of ['zh-CN', 'en'] as const) {
    const page = await pageOf(recount, language)
    expect(page).toContain('维修资金筹集表决')
    expect(page).toContain('《安溪县维修资金筹集办法》第3条')
  }
})

test('[V24] who has the votes in an election without a quorum is not said to be below the line', async () => {
  const rule = nationalRule('owners-general')
  const roll = Array.from({ length: 9 }, (_each, index) => ({
    ...{ elector: `e${index}`, heads: 1, area: 10_000n },
  }))
  const question = {
    method: { kind: 'seats' as const, seats: 2 },
    options: numbered(['王秀英', '陈志强']),
  }
  const page = async (marks: readonly string[]) => {
    const votes = marks.map((choice, index) => ({ elector: `e${index}`, choice }))
    const verdict = tallyQuestion({ question, rule, roll, votes })
    return pageOf({ ...OWNERS_VOTE, question, rule, verdict }, 'zh-CN')
  }
  const few = await page(['1', '1', '1,2', '1'])
  expect(few).toContain('过线，参与不够')
  expect(few).toContain('没过线')
  // The figures of one candidate are not the figures of the vote.
  expect(few).not.toContain('第二关')
  expect(await page(['1', '1', '1,2', '1', '1', '1'])).not.toContain('参与不够')
})

async function pageOf(recount: Recount, language: Language): Promise<string> {
  const i18n = createInstance()
  await i18n.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    resources: {
      'zh-CN': { ballot: zhBallot, recount: zh, terms: zhTerms },
      en: { ballot: enBallot, recount: en, terms: enTerms },
    },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`No words for ${key}`)
    },
  })
  return renderToString(
    <I18nextProvider i18n={i18n}>
      <RecountResult recount={recount} signature="good" />
    </I18nextProvider>,
  )
}
