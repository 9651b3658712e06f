import { expect, test } from 'vitest'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { ruleProfileFor } from '#app/domain/voting/rule-profiles.ts'
import { judgeOfficialResult, type OfficialSums } from './official-result.ts'
import type { OwnersVote } from './owners-vote.ts'

const profile = ruleProfileFor('owners-general', '350524', '2026-11-26')
if (!profile) throw new Error('No profile')

const ANNOUNCED: OwnersVote = {
  state: 'announced',
  topicType: 'maintenance-fund-use',
  art278Item: 5,
  profile,
  question: YES_NO,
  opensOn: '2026-12-12',
  closesOn: '2026-12-20',
  noticeOn: '2026-11-27',
  noticeHow: '逐户送达',
  committeeToldOn: '2026-11-27',
  partyReview: null,
  announcedOn: '2026-11-27',
  overrides: [],
  extensions: [],
  roll: {
    state: 'frozen',
    scope: 'compound',
    added: 0,
    hasApplicant: false,
    publishedOn: '2026-11-01',
    publishedUntil: '2026-11-16',
    frozenOn: '2026-11-17',
    earlyReason: null,
  },
  objectionsUntil: null,
  verdict: null,
}

/** Two of three flats say yes; somebody who owns a parking space and no flat abstains. */
const SUMS: OfficialSums = {
  yes: { heads: '2', area: '200.00' },
  no: { heads: '0', area: '0' },
  abstain: { heads: '0', area: '12.50' },
}

function judge(parking: 'exclude' | 'area_only' | 'area_and_heads', sums = SUMS) {
  const roll = { totalHeads: 3, totalArea: 31_250n, policy: { parking } }
  const told = { system: '市智慧物业平台', reference: 'QZ-2026-0117', sums }
  return judgeOfficialResult(ANNOUNCED, roll, told, '2026-12-21')
}

test('[W18] area without heads is a parking space where these count for area alone', () => {
  expect(judge('area_only')).toMatchObject({
    ok: true,
    value: {
      verdict: { passed: true },
      counts: { participating: { heads: 2, area: '212.50' } },
    },
  })
})

test.each([
  ['area without heads where every unit has one', 'area_and_heads', SUMS],
  ['heads without area', 'area_only', { ...SUMS, no: { heads: '1', area: '0' } }],
  ['a share of a person', 'area_only', { ...SUMS, no: { heads: '0.5', area: '50' } }],
  [
    'an area finer than the register’s',
    'exclude',
    { ...SUMS, abstain: { heads: '1', area: '1.005' } },
  ],
] as const)('[W18] refused is %s', (_name, parking, sums) => {
  expect(judge(parking, sums)).toEqual({ ok: false, refusal: { code: 'official-figure' } })
})
