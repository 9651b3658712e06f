import { expect, test } from 'vitest'
import { announcedVote } from '#tests/helpers/announced-vote.ts'
import { judgeOfficialResult, type OfficialSums } from './official-result.ts'

const ANNOUNCED = announcedVote('owners-general', {
  topicType: 'maintenance-fund-use',
  art278Item: 5,
})

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
