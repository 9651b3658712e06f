import type { MinutesContent, MinutesItem } from '#app/domain/records/minutes.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'

/** A verdict by heads: more than half of those present must say yes. */
export function aVerdict({ yes = 10, no = 3, abstain = 2, present = 16 } = {}): Verdict {
  const participating = yes + no + abstain
  const need = Math.floor(present / 2) + 1
  return {
    quorumMet: true,
    passed: yes >= need,
    tests: [
      {
        test: 'pass',
        measure: 'heads',
        met: yes >= need,
        have: `${yes}`,
        of: `${present}`,
        share: '1/2',
        strict: true,
        need: `${need}`,
        margin: `${yes - need}`,
        percent: ((yes * 100) / present).toFixed(2),
      },
    ],
    counts: {
      heads: {
        roll: `${present + 3}`,
        present: `${present}`,
        participating: `${participating}`,
        yes: `${yes}`,
        no: `${no}`,
        abstain: `${abstain}`,
      },
    },
    failed: yes >= need ? [] : ['APPROVE_HEADS'],
  }
}

export function aMinutesItem(change: Partial<MinutesItem> = {}): MinutesItem {
  const verdict = aVerdict()
  return {
    itemId: 'item-1',
    kind: 'decision',
    title: '电动自行车集中充电棚选址',
    matterId: 'matter-1',
    topicType: 'common-parts-use',
    proposal: '同意在 7 幢西侧空地建充电棚',
    inNotice: true,
    outcome: 'carried',
    turns: [
      {
        seq: 12,
        name: '张秀英',
        side: 'residents',
        stance: 'against',
        seconds: 100,
        summary: '夜里太吵。',
      },
    ],
    decision: {
      by: 'ballot',
      ballotId: 'ballot-1' as never,
      itemId: 'item-1' as never,
      proposal: '同意在 7 幢西侧空地建充电棚',
      label: 'recommendation',
      decidedAt: 0,
      passed: true,
      quorumMet: true,
    },
    ballot: {
      rule: {
        id: 'deliberation',
        measures: ['heads'],
        quorum: null,
        pass: { of: 'present', share: [1, 2], strict: true },
      },
      secrecy: 'open',
    },
    verdict,
    tasks: [],
    summary: '',
    points: [],
    dissent: [],
    ...change,
  }
}

export function aMinutes(change: Partial<MinutesContent> = {}): MinutesContent {
  const resident = (number: number, name: string) => ({
    seatId: `seat-${number}`,
    name,
    side: 'residents' as const,
    role: 'delegate' as const,
    title: '居民代表',
  })
  const present = ['张秀英', '陈美玲', '林国强', '黄丽华', '苏建平'].map((name, index) => ({
    ...resident(index + 1, name),
    cameAt: 1,
    leftAt: null,
  }))
  return {
    title: '蓝溪花园第 18 次议事厅会议',
    room: 'council',
    compoundName: '蓝溪花园',
    venue: '党群服务站二楼',
    openedAt: Date.parse('2026-11-26T11:30:00Z'),
    closedAt: Date.parse('2026-11-26T13:02:00Z'),
    chair: '林雅芳',
    recorder: '许晓燕',
    invited: 6,
    attended: 5,
    present,
    absent: [{ ...resident(6, '欧阳明'), reason: '出差' }],
    overrideReason: null,
    items: [aMinutesItem()],
    parked: [],
    other: '',
    ...change,
  }
}
