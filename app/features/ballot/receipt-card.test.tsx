import { createInstance } from 'i18next'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { tallyBallot } from '#app/domain/voting/tally.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { i18nOptions } from '#app/i18n/i18n-options.ts'
import type { Language } from '#app/i18n/language.ts'
import en from '#app/i18n/locales/en/live.json'
import enTerms from '#app/i18n/locales/en/terms.json'
import zh from '#app/i18n/locales/zh-CN/live.json'
import zhTerms from '#app/i18n/locales/zh-CN/terms.json'
import type { BallotId } from '#app/domain/shared/ids.ts'
import { CHAIR, openBallot, pureRoom, RULE } from '#tests/helpers/pure-room.ts'
import { ReceiptCard } from './receipt-card.tsx'

const RECEIPT: VoteReceipt = {
  ballotId: 'ballot' as BallotId,
  receipt: '7K4M-Q2',
  castAt: Date.parse('2026-11-26T12:13:00Z'),
  choice: null,
  version: 1,
  repeated: false,
}

function openSecret(): BallotState {
  const room = pureRoom()
  room.readyToVote()
  room.must(CHAIR, openBallot('ballot' as BallotId, 'secret'))
  const { ballot } = room.state()
  if (!ballot) throw new Error('No ballot')
  return ballot
}

/** The same after so many people have voted yes and it was counted. */
function counted(voters: number): BallotState {
  const electors = Array.from({ length: voters }, (_each, index) => `e${index}`)
  const verdict = tallyBallot({
    rule: RULE,
    roll: electors.map((elector) => ({ elector, heads: 1, area: null })),
    present: electors,
    votes: electors.map((elector) => ({ elector, choice: 'yes' })),
  })
  return { ...openSecret(), closedAt: 1, verdict: withoutFewPapers(verdict, 'secret') }
}

test.for<[string, () => BallotState, zh: string, en: string, not: string]>([
  ['while it is open', openSecret, '要是有 5 个人', 'If five or more people vote', '不足 5 位'],
  [
    'five voted',
    () => counted(5),
    '和别人的一起列在记录里',
    'The published record lists the receipts',
    '不足 5',
  ],
  ['four voted', () => counted(4), '回执号也不列出', 'your code is not listed', '列在记录里'],
  [
    'it was declared void',
    () => ({ ...counted(5), voidReason: '题目写错' }),
    '这张回执不再算数',
    'the receipt no longer counts',
    '列在记录里',
  ],
])(
  '[V27, C3] what a secret receipt promises is true: %s',
  async ([, ballot, says, saysEn, not]) => {
    const page = await pageOf(ballot(), 'zh-CN')
    expect(page).toContain('7K4M-Q2')
    expect(page).toContain(says)
    expect(page).not.toContain(not)
    expect(await pageOf(ballot(), 'en')).toContain(saysEn)
  },
)

async function pageOf(ballot: BallotState, language: Language): Promise<string> {
  const i18n = createInstance()
  await i18n.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    resources: {
      'zh-CN': { live: zh, terms: zhTerms },
      en: { live: en, terms: enTerms },
    },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`No words for ${key}`)
    },
  })
  return renderToString(
    <I18nextProvider i18n={i18n}>
      <ReceiptCard ballot={ballot} receipt={RECEIPT} />
    </I18nextProvider>,
  )
}
