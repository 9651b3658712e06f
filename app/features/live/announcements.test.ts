import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { i18nOptions } from '#app/i18n/i18n-options.ts'
import { LANGUAGES, type Language } from '#app/i18n/language.ts'
import en from '#app/i18n/locales/en/live.json'
import enTerms from '#app/i18n/locales/en/terms.json'
import zh from '#app/i18n/locales/zh-CN/live.json'
import zhTerms from '#app/i18n/locales/zh-CN/terms.json'
import {
  asSeat,
  CHAIR,
  DECIDE,
  P1,
  pureRoom,
  R1,
  TALK,
  VERDICT,
  type PureRoom,
} from '#tests/helpers/pure-room.ts'
import { announcements, newsIn } from './announcements.ts'

/** Hears a room as whoever sits there would: what is said aloud of what somebody does. */
async function listener(language: Language, mine: SeatId | null) {
  const i18n = createInstance()
  await i18n.init({
    ...i18nOptions,
    lng: language,
    resources: { 'zh-CN': { live: zh, terms: zhTerms }, en: { live: en, terms: enTerms } },
  })
  const words = {
    t: i18n.getFixedT(language, 'live'),
    term: i18n.getFixedT(language, 'terms'),
    language,
  }
  const told = (room: PureRoom) => announcements(room.state(), mine, words)
  return (room: PureRoom, does: (room: PureRoom) => void): string => {
    const before = told(room)
    does(room)
    return newsIn(before, told(room))
  }
}

const opened = () => {
  const room = pureRoom()
  room.open()
  return room
}
const talking = () => {
  const room = opened()
  room.start(TALK)
  return room
}
const deciding = () => {
  const room = opened()
  room.start(DECIDE)
  return room
}
const voting = () => {
  const room = deciding()
  room.lastCall()
  room.ballot()
  return room
}

type Said = Record<Language, string>
type Case = {
  what: string
  given: () => PureRoom
  does: (room: PureRoom) => void
  /** Said to R1, or to whoever else is named. */
  said: Said
  to?: SeatId | null
}

const close = (room: PureRoom, passed: boolean, quorumMet = true) =>
  room.must(CHAIR, {
    type: 'close-ballot',
    ballotId: room.state().ballot!.ballotId,
    verdict: { ...VERDICT, passed, quorumMet },
  })

const CASES: Case[] = [
  {
    what: 'the next item',
    given: opened,
    does: (room) => room.start(TALK),
    said: { 'zh-CN': '现在议：about talk。', en: 'Now discussing: about talk.' },
  },
  {
    what: 'my place in line',
    given: talking,
    does: (room) => room.raise(R1),
    said: { 'zh-CN': '您排第 1 位。', en: 'You are number 1 in line.' },
  },
  {
    what: 'my turn',
    given: () => {
      const room = talking()
      room.raise(R1)
      return room
    },
    does: (room) => room.floor(R1),
    said: { 'zh-CN': '轮到您发言了。', en: 'It is your turn to speak.' },
  },
  {
    what: 'somebody else’s turn',
    given: () => {
      const room = talking()
      room.raise(P1)
      return room
    },
    does: (room) => room.floor(P1),
    said: { 'zh-CN': 'p1女士开始发言。', en: 'Ms p1 is speaking.' },
  },
  {
    what: '[M43] that my time is up',
    given: () => {
      const room = talking()
      room.raise(R1)
      room.floor(R1)
      return room
    },
    does: (room) => room.wait(180_000),
    said: { 'zh-CN': '时间到，您的发言结束了。', en: 'Your time is up.' },
  },
  {
    what: '[M43] that somebody else’s time is up, as often as it is',
    given: () => {
      const room = talking()
      room.raise(P1)
      room.floor(P1)
      room.wait(180_000)
      room.raise(P1)
      room.floor(P1)
      return room
    },
    does: (room) => room.wait(180_000),
    said: { 'zh-CN': '时间到，p1女士的发言结束了。', en: 'Time is up for Ms p1.' },
  },
  {
    what: 'a look at how the room feels',
    given: talking,
    does: (room) =>
      room.must(CHAIR, { type: 'open-temperature', checkId: 't1', question: '行吗' }),
    said: { 'zh-CN': '问一问大家：行吗', en: 'A question to everybody: 行吗' },
  },
  {
    what: 'a motion',
    given: deciding,
    does: (room) => room.move(P1),
    said: {
      'zh-CN': '有人提出动议：先修东门，再修西门',
      en: 'A motion was made: 先修东门，再修西门',
    },
  },
  {
    what: 'other words of it',
    given: () => {
      const room = deciding()
      room.move(P1)
      return room
    },
    does: (room) =>
      room.must(asSeat(P1), {
        type: 'edit-motion',
        motionId: 'm1',
        text: '先修西门',
        options: [],
        why: '近',
      }),
    said: { 'zh-CN': '动议的文字改了：先修西门', en: 'The motion now says: 先修西门' },
  },
  {
    what: 'that the chair asks for the last time',
    given: deciding,
    does: (room) => room.lastCall(),
    said: {
      'zh-CN': '主持人在问：还有要说的吗？',
      en: 'The chair asks whether anybody still wants to speak.',
    },
  },
  {
    what: 'that the chair asks for objections',
    given: deciding,
    does: (room) => room.must(CHAIR, { type: 'ask-consensus' }),
    said: {
      'zh-CN': '主持人在问大家有没有不同意见。',
      en: 'The chair is asking whether anybody objects.',
    },
  },
  {
    what: 'what the room agreed on',
    given: () => {
      const room = deciding()
      room.must(CHAIR, { type: 'ask-consensus' })
      return room
    },
    does: (room) => room.must(CHAIR, { type: 'declare-consensus', label: 'agreement' }),
    said: {
      'zh-CN': '有结果了：agree to decide，形成共识。',
      en: 'There is a result. agree to decide: Consensus.',
    },
  },
  {
    what: 'that voting has opened',
    given: () => {
      const room = deciding()
      room.lastCall()
      return room
    },
    does: (room) => void room.ballot(),
    said: { 'zh-CN': '开始表决：agree to decide。', en: 'Voting has opened: agree to decide.' },
  },
  {
    what: 'a ballot that is carried',
    given: voting,
    does: (room) => close(room, true),
    said: {
      'zh-CN': '有结果了：agree to decide，通过。',
      en: 'There is a result. agree to decide: Carried.',
    },
  },
  {
    what: 'a ballot that is not',
    given: voting,
    does: (room) => close(room, false),
    said: {
      'zh-CN': '有结果了：agree to decide，未通过。',
      en: 'There is a result. agree to decide: Not carried.',
    },
  },
  {
    what: 'a ballot in which too few took part',
    given: voting,
    does: (room) => close(room, false, false),
    said: {
      'zh-CN': '有结果了：agree to decide，人数不够。',
      en: 'There is a result. agree to decide: Quorum not met.',
    },
  },
  {
    what: 'a break',
    given: talking,
    does: (room) => room.must(CHAIR, { type: 'pause', reason: null }),
    said: { 'zh-CN': '现在休会。', en: 'The meeting takes a break.' },
  },
  {
    what: 'an evening that is broken off, also out of a break',
    given: () => {
      const room = talking()
      room.must(CHAIR, { type: 'pause', reason: null })
      return room
    },
    does: (room) => room.must(CHAIR, { type: 'adjourn', reason: '停电' }),
    said: {
      'zh-CN': '今晚先散会，还会复会。',
      en: 'The meeting is broken off and will be reopened.',
    },
  },
  {
    what: 'nothing of a hand that somebody else raises',
    given: talking,
    does: (room) => room.raise(P1),
    said: { 'zh-CN': '', en: '' },
  },
  {
    what: 'nothing of time that passes, nor of more of it',
    given: () => {
      const room = talking()
      room.raise(P1)
      room.floor(P1)
      return room
    },
    does: (room) => {
      room.pass(100_000)
      room.must(CHAIR, { type: 'extend-floor', seconds: 30 })
    },
    said: { 'zh-CN': '', en: '' },
  },
  {
    what: 'nothing of a ballot’s result as long as people vote',
    given: voting,
    does: (room) => room.pass(60_000),
    said: { 'zh-CN': '', en: '' },
  },
  {
    what: 'to whoever has no seat, who speaks, and nothing of a place',
    given: () => {
      const room = talking()
      room.raise(R1)
      return room
    },
    does: (room) => room.floor(R1),
    said: { 'zh-CN': 'r1女士开始发言。', en: 'Ms r1 is speaking.' },
    to: null,
  },
]

describe.each(LANGUAGES)('what a screen reader is told in %s', (language) => {
  test.each(CASES.map((each) => [each.what, each] as const))(
    '%s',
    async (_what, { given, does, said, to = R1 }) => {
      const hear = await listener(language, to)
      expect(hear(given(), does)).toBe(said[language])
    },
  )

  test('two things at once are both told', async () => {
    const hear = await listener(language, R1)
    const room = deciding()
    room.lastCall()
    const news = hear(room, () => {
      room.ballot()
      close(room, true)
      room.start(TALK)
    })
    expect(news).toContain(language === 'en' ? 'There is a result' : '有结果了')
    expect(news).toContain('about talk')
  })
})
