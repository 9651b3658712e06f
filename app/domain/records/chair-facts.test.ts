import { describe, expect, test } from 'vitest'
import { asSeat, CHAIR, DECIDE, P1, pureRoom, R1, R2, TALK } from '#tests/helpers/pure-room.ts'
import { chairFacts } from './chair-facts.ts'
import { draftMinutes } from './draft-minutes.ts'
import { maskMinutes } from './mask-minutes.ts'
import { minutesDocument } from './minutes-document.ts'
import { fullMinutes, publicMinutes } from './told-minutes.ts'

/** An evening in which the chair did everything besides giving the floor. */
function evening() {
  const room = pureRoom()
  room.open()
  room.start(DECIDE)
  const motionId = 'm1'
  room.must(asSeat(R1), {
    ...{ type: 'make-motion', motionId, seatId: R1, text: '棚建在东门' },
    options: ['东门', '西门'],
  })
  room.must(asSeat(P1), { type: 'second-motion', motionId, seatId: P1 })
  room.must(CHAIR, {
    ...{ type: 'edit-motion', motionId, text: '棚建在东门外', options: ['东门', '西门'] },
    why: '说清楚在门外',
  })
  room.must(CHAIR, { type: 'warn', seatId: R2, reason: '打断别人' })
  room.must(CHAIR, { type: 'open-temperature', checkId: 't1', question: '这样行吗' })
  const counts = { green: 4, yellow: 2, red: 1 }
  room.must(CHAIR, { type: 'close-temperature', checkId: 't1', counts })
  room.must(CHAIR, { type: 'flag-conflict', seatId: R2, itemId: DECIDE, reason: '家里开店' })
  room.must(CHAIR, { type: 'refer-motion', motionId, to: '消防大队', reason: '先看现场' })
  room.must(CHAIR, { type: 'ask-consensus' })
  room.must(asSeat(P1), { type: 'raise-objection', seatId: P1, text: '门口太窄' })
  room.must(asSeat(P1), { type: 'withdraw-objection', seatId: P1 })
  room.must(CHAIR, { type: 'fail-consensus' })
  room.must(CHAIR, {
    type: 'carry-over-item',
    itemId: TALK,
    reason: '缺报价，电话 13800138000',
  })
  room.must(CHAIR, { type: 'adjourn', reason: '停电' })
  room.must(CHAIR, { type: 'reopen', overrideReason: null })
  room.must(CHAIR, {
    ...{ type: 'hand-over-chair', reason: '要发言' },
    to: { id: 'guo', name: '郭明', title: '副书记' },
  })
  return room
}

const name = (id: string) => `${id} name`
const authorityOf = () => null
const about = {
  ...{ community: '河滨社区', number: 1, date: new Date(0) },
  review: { kind: 'open' as const },
}

describe('what the chair did is in the minutes', () => {
  test('[R29] each by a sentence that rests on its event, with the item it is about', () => {
    const room = evening()
    const facts = chairFacts(room.events)
    const told = (itemId: string | null) =>
      facts.filter((each) => each.itemId === itemId).map(({ text }) => text)
    expect(told(DECIDE)).toEqual([
      `${name(R1)}提出动议：“棚建在东门”（选项：1. 东门；2. 西门）`,
      `${name(P1)}附议`,
      '主持人把动议改为“棚建在东门外”（选项：1. 东门；2. 西门），原为“棚建在东门”（选项：1. 东门；2. 西门），因为：说清楚在门外',
      `主持人提醒${name(R2)}：打断别人`,
      '测温（不是表决）：“这样行吗”，可以4人，再看看2人，有顾虑1人',
      `${name(R2)}与这一项有利害关系，列席，不表决：家里开店`,
      '动议转交消防大队：先看现场',
      `${name(P1)}不能接受：门口太窄`,
      `${name(P1)}收回意见`,
    ])
    expect(told(TALK)).toEqual(['这一项转到下次会：缺报价，电话 13800138000'])
    expect(told(null).map((text) => text.slice(0, 2))).toEqual(['散会', '复会', '主持'])
    for (const { seq, text } of facts) {
      expect(
        room.events.find((each) => each.seq === seq),
        text,
      ).toBeDefined()
    }
  })

  test('[R29] the archive’s paper has all of it; what others read names nobody', () => {
    const room = evening()
    const content = draftMinutes(room.state(), room.events, null)
    const lines = (told: ReturnType<typeof fullMinutes>) =>
      JSON.stringify(minutesDocument(told, about))
    const archive = lines(fullMinutes(content, authorityOf))
    for (const { text } of content.chairFacts ?? []) expect(archive).toContain(text)
    const open = lines(publicMinutes(content, { names: [] }, authorityOf).told)
    expect(open).toContain('可以4人，再看看2人，有顾虑1人')
    expect(open).toContain('这一项转到下次会')
    expect(open).not.toMatch(/门口太窄|打断别人|家里开店|利害关系|13800138000/)
    const masked = JSON.stringify(maskMinutes(content, { names: [] }).content.chairFacts)
    expect(masked).toContain('这一项转到下次会')
    expect(masked).not.toMatch(/门口太窄|打断别人|家里开店|13800138000/)
  })
})
