import { createInstance } from 'i18next'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import { ConsolePage } from '#app/features/console/console-page.tsx'
import { LiveMeeting } from '#app/features/live/live-context.tsx'
import { i18nOptions } from '#app/i18n/i18n-options.ts'
import { LANGUAGES, type Language } from '#app/i18n/language.ts'
import enBallot from '#app/i18n/locales/en/ballot.json'
import en from '#app/i18n/locales/en/live.json'
import enTerms from '#app/i18n/locales/en/terms.json'
import zhBallot from '#app/i18n/locales/zh-CN/ballot.json'
import zh from '#app/i18n/locales/zh-CN/live.json'
import zhTerms from '#app/i18n/locales/zh-CN/terms.json'
import enConsole from '#app/i18n/locales/en/console.json'
import enWall from '#app/i18n/locales/en/wall.json'
import zhConsole from '#app/i18n/locales/zh-CN/console.json'
import zhWall from '#app/i18n/locales/zh-CN/wall.json'
import {
  asSeat,
  assignTask,
  CHAIR,
  DECIDE,
  P1,
  pureRoom,
  R1,
  R2,
  RULE,
  TALK,
} from '#tests/helpers/pure-room.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { BallotMethod } from '#app/domain/voting/ballot-question.ts'
import { tallyQuestion } from '#app/domain/voting/tally-question.ts'
import { tallyBallot } from '#app/domain/voting/tally.ts'
import { ProjectorPage } from './projector-page.tsx'

type Room = ReturnType<typeof pureRoom>
const BALLOT = 'b1' as BallotId

const opened = () => {
  const room = pureRoom()
  room.open()
  return room
}
const voting = (secrecy: 'open' | 'secret' = 'secret') => {
  const room = opened()
  room.start(DECIDE)
  room.must(CHAIR, { type: 'make-last-call' })
  room.must(CHAIR, {
    type: 'open-ballot',
    ballotId: BALLOT,
    secrecy,
    rule: RULE,
    label: 'recommendation',
    seconds: 120,
  })
  return room
}

/** A ballot among three gates, closed with one mark an elector where there are any. */
const among = (
  method: BallotMethod,
  marks: string[] = [],
  secrecy: 'open' | 'secret' = 'open',
) => {
  const room = opened()
  room.start(DECIDE)
  room.must(CHAIR, { type: 'make-last-call' })
  const options = method.kind === 'five-fingers' ? [] : ['东门', '西门', '北门']
  room.must(CHAIR, {
    type: 'open-ballot',
    ...{ ballotId: BALLOT, secrecy, method, options },
    ...{ rule: RULE, label: 'agreement', seconds: 120 },
  })
  const { roll, question } = room.state().ballot!
  if (marks.length === 0) return room
  const verdict = tallyQuestion({
    ...{ question, rule: RULE, present: roll },
    roll: roll.map((elector) => ({ elector, heads: 1, area: null })),
    votes: marks.map((choice, index) => ({ elector: roll[index]!, choice })),
  })
  room.must(CHAIR, { type: 'close-ballot', ballotId: BALLOT, verdict })
  return room
}

/** The states a hall goes through, each folded from real commands. */
const STATES: Record<string, () => Room> = {
  'the notice is out': () => {
    const room = pureRoom()
    room.convene()
    return room
  },
  'the doors are open': () => {
    const room = pureRoom()
    room.doors()
    room.arrive(R1, P1)
    return room
  },
  'between two items': opened,
  'somebody speaks and two wait': () => {
    const room = opened()
    room.start(TALK)
    room.raise(R1)
    room.floor(R1)
    room.raise(P1, 'question')
    room.raise(R2, 'against')
    return room
  },
  'somebody’s time was up': () => {
    const room = STATES['somebody speaks and two wait']!()
    room.wait(180_000)
    return room
  },
  'the speakers are pinned': () => {
    const room = opened()
    room.start(TALK)
    room.raise(R1)
    room.floor(R1)
    room.raise(P1, 'question')
    room.must(CHAIR, { type: 'pin-screen', view: 'speakers' })
    return room
  },
  'a message of the chair': () => {
    const room = opened()
    room.must(CHAIR, { type: 'show-message', text: '请把手机调成静音' })
    return room
  },
  'minutes are read back': () => {
    const room = opened()
    room.start(TALK)
    room.must(CHAIR, { type: 'show-minutes', itemId: TALK, text: '大家同意先看图纸。' })
    return room
  },
  'a look at how the room feels': () => {
    const room = opened()
    room.start(TALK)
    room.must(CHAIR, { type: 'open-temperature', checkId: 't1', question: '这样行吗' })
    return room
  },
  'how the room felt': () => {
    const room = STATES['a look at how the room feels']!()
    const counts = { green: 4, yellow: 2, red: 1 }
    room.must(CHAIR, { type: 'close-temperature', checkId: 't1', counts })
    return room
  },
  'a motion waits for a second': () => {
    const room = opened()
    room.start(DECIDE)
    room.must(asSeat(R1), {
      type: 'make-motion',
      motionId: 'm1',
      seatId: R1,
      text: '棚建在东门',
      options: [],
    })
    room.must(CHAIR, { type: 'pin-screen', view: 'motion' })
    return room
  },
  'a break with a clock': () => {
    const room = opened()
    room.must(CHAIR, { type: 'pause', reason: null, minutes: 10 })
    return room
  },
  'the room is asked for objections': () => {
    const room = opened()
    room.start(DECIDE)
    room.must(CHAIR, { type: 'ask-consensus' })
    return room
  },
  'a ballot is open': voting,
  'a ballot is counted': () => {
    const room = voting('open')
    const roll = room.state().ballot?.roll ?? []
    const verdict = tallyBallot({
      rule: RULE,
      roll: roll.map((elector) => ({ elector, heads: 1, area: null })),
      present: roll,
      votes: roll.map((elector, index) => ({ elector, choice: index === 0 ? 'no' : 'yes' })),
    })
    room.must(CHAIR, { type: 'close-ballot', ballotId: BALLOT, verdict })
    return room
  },
  'four secret papers are counted': () => {
    const room = voting()
    const roll = room.state().ballot?.roll ?? []
    const verdict = tallyBallot({
      rule: RULE,
      roll: roll.map((elector) => ({ elector, heads: 1, area: null })),
      present: roll,
      votes: roll.slice(0, 4).map((elector) => ({ elector, choice: 'yes' as const })),
    })
    room.must(CHAIR, { type: 'close-ballot', ballotId: BALLOT, verdict })
    return room
  },
  'a ballot among options is open': () => among({ kind: 'ranked', count: 'instant-runoff' }),
  'one option is counted': () => among({ kind: 'single-choice' }, ['2', '2', '2', '1']),
  'a runoff is counted': () =>
    among({ kind: 'ranked', count: 'instant-runoff' }, ['2>1', '2', '1', 'abstain']),
  'pairs are counted': () =>
    among({ kind: 'ranked', count: 'schulze' }, ['2>1', '2', '2>3>1', '1>2']),
  'a tie is counted': () => among({ kind: 'approval', upTo: 2 }, ['1,2', '1', '2', '3']),
  'seats are counted': () => among({ kind: 'seats', seats: 2 }, ['1,2', '1', '1,3', '3']),
  'fingers are counted': () => among({ kind: 'five-fingers' }, ['5', '4', '3', '0']),
  'the room agreed': () => {
    const room = opened()
    room.start(DECIDE)
    room.must(CHAIR, { type: 'ask-consensus' })
    room.must(CHAIR, { type: 'declare-consensus', label: 'agreement' })
    return room
  },
  'a break': () => {
    const room = opened()
    room.must(CHAIR, { type: 'pause', reason: null })
    return room
  },
  'the end': () => {
    const room = opened()
    room.must(CHAIR, { type: 'close' })
    return room
  },
}

async function pageOf(room: Room, language: Language, face: 'screen' | 'staff') {
  const i18n = createInstance()
  await i18n.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    resources: {
      'zh-CN': { live: zh, terms: zhTerms, wall: zhWall, console: zhConsole, ballot: zhBallot },
      en: { live: en, terms: enTerms, wall: enWall, console: enConsole, ballot: enBallot },
    },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`No words for ${key}`)
    },
  })
  const isScreen = face === 'screen'
  return renderToString(
    <I18nextProvider i18n={i18n}>
      <LiveMeeting
        meetingId={'m1' as MeetingId}
        face={face}
        answer={{
          me: {
            audience: face,
            role: isScreen ? 'screen' : 'chair',
            seatId: null,
            ...(isScreen ? {} : { actorId: room.state().chair.id }),
            name: isScreen ? null : '林雅芳',
          },
          serverNow: room.now(),
          seq: room.events.length,
          snapshot: room.state(),
          events: [],
          turnout: { ballotId: BALLOT, cast: 2, version: 2 },
        }}
      >
        {isScreen ? <ProjectorPage /> : <ConsolePage staff={[]} />}
      </LiveMeeting>
    </I18nextProvider>,
  )
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.keys(STATES))('the wall: %s', async (name) => {
    const html = await pageOf(STATES[name]!(), language, 'screen')
    expect(html).toContain('<h1')
    // The hall may be full of strangers: surnames only.
    expect(html).not.toMatch(/[rpox][12] name/)
  })

  test.each(Object.keys(STATES).filter((name) => name !== 'the end'))(
    'the console: %s',
    async (name) => {
      expect(await pageOf(STATES[name]!(), language, 'staff')).toContain('<h1')
    },
  )
})

test('[M43] whose time was up is told on the wall and at the console, and who is next only offered', async () => {
  const room = STATES['somebody’s time was up']!()
  const wall = await pageOf(room, 'zh-CN', 'screen')
  expect(wall).toContain('时间到，发言结束')
  expect(wall).toContain('r1女士')
  expect(wall).not.toContain('正在发言')
  const console = await pageOf(room, 'zh-CN', 'staff')
  expect(console).toContain('时间到，r1 name的发言结束了')
  expect(console).toContain('请第一位发言')
})

test('[M43] the wall rings for the eyes: half a minute before the end, and at the end', async () => {
  const room = STATES['somebody speaks and two wait']!()
  expect(await pageOf(room, 'zh-CN', 'screen')).toContain('正在发言')
  room.pass(155_000)
  expect(await pageOf(room, 'zh-CN', 'screen')).toContain('不到 30 秒了，请收尾')
  expect(await pageOf(room, 'en', 'screen')).toContain('Under 30 seconds left')
  room.pass(30_000)
  expect(await pageOf(room, 'zh-CN', 'screen')).toContain('发言时间到了')
})

test('a point of order and a reply say on the wall what they are', async () => {
  const room = STATES['somebody speaks and two wait']!()
  room.must(asSeat(R2), { type: 'withdraw-hand', seatId: R2 })
  room.must(asSeat(R2), { type: 'raise-hand', seatId: R2, stance: 'remark', kind: 'order' })
  room.floor(R2)
  expect(await pageOf(room, 'zh-CN', 'screen')).toContain('规则问题')
  room.finish()
  room.must(CHAIR, { type: 'name-party', seatId: R2 })
  room.must(asSeat(R2), { type: 'raise-hand', seatId: R2, stance: 'remark', kind: 'reply' })
  room.must(CHAIR, { type: 'pin-screen', view: 'speakers' })
  const pinned = await pageOf(room, 'en', 'screen')
  expect(pinned).toContain('Reply')
  expect(pinned).not.toContain('Remark')
})

test('[M28] the wall shows the words of the motion before the room, and why they were changed', async () => {
  const room = opened()
  room.start(DECIDE)
  expect(await pageOf(room, 'zh-CN', 'screen')).toContain('agree to decide')
  room.must(asSeat(R1), {
    ...{ type: 'make-motion', motionId: 'm1', seatId: R1 },
    ...{ text: '棚建在东门', options: ['今年', '明年'] },
  })
  const made = await pageOf(room, 'zh-CN', 'screen')
  expect(made).toContain('有人提出动议，等人附议')
  expect(made).toContain('棚建在东门')
  expect(made).toContain('2. 明年')
  expect(made).not.toContain('agree to decide')
  room.must(CHAIR, {
    ...{ type: 'edit-motion', motionId: 'm1', text: '棚建在西门', options: [] },
    why: '东门太窄',
  })
  room.must(CHAIR, { type: 'pin-screen', view: 'motion' })
  const changed = await pageOf(room, 'zh-CN', 'screen')
  expect(changed).toContain('棚建在西门')
  expect(changed).toContain('主持人改了文字：东门太窄')
  // At the console both: what it says, and what it said.
  const console = await pageOf(room, 'zh-CN', 'staff')
  expect(console).toContain('棚建在东门 1. 今年 2. 明年')
})

test('while a ballot is open the wall shows how many, never what', async () => {
  const html = await pageOf(voting(), 'zh-CN', 'screen')
  expect(html).toContain('人已投，应投 4 人')
  expect(html).not.toContain('反对')
})

test('the counted ballot shows its sum and an outlined seal for a recommendation', async () => {
  const html = await pageOf(STATES['a ballot is counted']!(), 'zh-CN', 'screen')
  expect(html).toContain('到会有表决权 4 人，过线 3 人，赞成 3 人，多 0 人')
  expect(html).toMatch(/class="seal [^"]*open/)
})

test('[V27] four secret papers: the wall has the outcome and no figures of it', async () => {
  const html = await pageOf(STATES['four secret papers are counted']!(), 'zh-CN', 'screen')
  expect(html).toContain('投票的人不足 5 位')
  expect(html).toMatch(/class="seal /)
  expect(html).not.toMatch(/赞成 \d|反对/)
  const console = await pageOf(STATES['four secret papers are counted']!(), 'zh-CN', 'staff')
  expect(console).toContain('投票的人不足 5 位')
  expect(console).not.toMatch(/赞成 \d|赞成够不够/)
})

test('[M40] the wall shows the options and how they are counted, and nothing of the answers', async () => {
  const html = await pageOf(STATES['a ballot among options is open']!(), 'zh-CN', 'screen')
  for (const words of ['东门', '西门', '北门', '排先后', '逐轮淘汰法']) {
    expect(html).toContain(words)
  }
  expect(html).not.toContain('领先')
})

test.each([
  ['one option is counted', ['选定 2. 西门', '3 票', '支持领先的 3 人']],
  ['a runoff is counted', ['2. 西门 领先，但没有过线', '第 1 轮']],
  ['pairs are counted', ['选定 2. 西门', '单独比都胜出']],
  ['a tie is counted', ['1. 东门、2. 西门 票数一样', '不抽签']],
  ['seats are counted', ['当选：1. 东门', '还空 1 个名额', '没过线']],
  ['fingers are counted', ['有 1 人不能接受', '没有作出决定', '平均 3.0 指']],
])('[M41, V21] %s: the wall says what came out, in words', async (state, words) => {
  const html = await pageOf(STATES[state]!(), 'zh-CN', 'screen')
  for (const each of words) expect(html).toContain(each)
  expect(html).not.toContain('反对')
})

test('[V27] a ranking of four secret papers: who was chosen, and no figures', async () => {
  const room = among({ kind: 'ranked', count: 'schulze' }, ['2', '2', '2>1', '1'], 'secret')
  const html = await pageOf(room, 'zh-CN', 'screen')
  expect(html).toContain('选定 2. 西门')
  expect(html).toContain('投票的人不足 5 位')
  expect(html).not.toContain('<td')
})

test('[M38] minutes read back bring what came of the item, with its sum, and who does what', async () => {
  const room = STATES['a ballot is counted']!()
  room.must(CHAIR, assignTask(DECIDE))
  room.must(CHAIR, { type: 'show-minutes', itemId: DECIDE, text: '' })
  const html = await pageOf(room, 'zh-CN', 'screen')
  expect(html).toContain('到会有表决权 4 人，过线 3 人，赞成 3 人，多 0 人')
  expect(html).toContain('更换软接头（物业牵头，12月3日前）')
  const secret = STATES['four secret papers are counted']!()
  secret.must(CHAIR, { type: 'show-minutes', itemId: DECIDE, text: '' })
  expect(await pageOf(secret, 'zh-CN', 'screen')).not.toMatch(/赞成 \d/)
})

test('what the room agreed on has its seal and its word on the wall', async () => {
  const html = await pageOf(STATES['the room agreed']!(), 'zh-CN', 'screen')
  expect(html).toContain('形成共识')
  expect(html).toContain('没有不同意见')
  expect(html).toMatch(/class="seal /)
})

test('the chair has no vote', async () => {
  const html = await pageOf(voting(), 'zh-CN', 'staff')
  expect(html).toContain('关闭表决并计票')
  expect(html).not.toContain('投出')
})
