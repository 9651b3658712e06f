import { describe, expect, test } from 'vitest'
import type { ScreenView } from '#app/domain/meetings/screen.ts'
import { CHAIR, DECIDE, pureRoom, R1, RECORDER, TALK } from '#tests/helpers/pure-room.ts'
import { wallViewOf } from './wall-view.ts'

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
type Room = ReturnType<typeof pureRoom>
const shown = (room: Room, later = 0) => wallViewOf(room.state(), room.now() + later)
const ask = (room: Room) =>
  room.must(CHAIR, { type: 'open-temperature', checkId: 't1', question: '这样行吗' })
const close = (room: Room) =>
  room.must(CHAIR, {
    type: 'close-temperature',
    checkId: 't1',
    counts: { green: 4, yellow: 2, red: 1 },
  })
const pin = (room: Room, view: ScreenView | null) =>
  room.must(CHAIR, { type: 'pin-screen', view })

describe('[M38] the wall follows the room by itself', () => {
  test('welcome, between two items, an item', () => {
    const room = pureRoom()
    room.convene()
    expect(shown(room)).toBe('welcome')
    expect(shown(opened())).toBe('between')
    expect(shown(talking())).toBe('item')
  })

  test('a look at how the room feels, and its answer for a minute', () => {
    const room = talking()
    ask(room)
    expect(shown(room)).toBe('temperature')
    close(room)
    expect(shown(room, 50_000)).toBe('temperature')
    expect(shown(room, 61_000)).toBe('item')
  })

  test('an answer that the room has gone past is not on the wall any more', () => {
    const room = talking()
    ask(room)
    close(room)
    room.start(DECIDE)
    expect(shown(room, 1000)).toBe('item')

    room.must(CHAIR, { type: 'open-temperature', checkId: 't2', question: '再问一次' })
    room.must(CHAIR, {
      type: 'close-temperature',
      checkId: 't2',
      counts: { green: 5, yellow: 0, red: 0 },
    })
    expect(shown(room, 1000)).toBe('temperature')
    room.must(CHAIR, { type: 'ask-consensus' })
    expect(shown(room, 1000)).toBe('consensus')
    room.must(CHAIR, { type: 'declare-consensus', label: 'agreement' })
    expect(shown(room, 1000)).toBe('agreed')
  })

  test('a break, and a message over whatever there is', () => {
    const room = talking()
    room.must(CHAIR, { type: 'pause', reason: null })
    expect(shown(room)).toBe('break')
    room.must(RECORDER, { type: 'show-message', text: '请把手机调成静音' })
    expect(shown(room)).toBe('message')
    room.must(CHAIR, { type: 'clear-message' })
    expect(shown(room)).toBe('break')
  })

  test('minutes that are read back, until they are taken down', () => {
    const room = talking()
    room.must(RECORDER, { type: 'show-minutes', itemId: TALK, text: '大家同意先看图纸' })
    expect(shown(room)).toBe('minutes')
    room.must(RECORDER, { type: 'hide-minutes' })
    expect(shown(room)).toBe('item')
  })
})

describe('[M38] what the chair has pinned stays', () => {
  test('through an item that starts, until it is let go', () => {
    const room = talking()
    pin(room, 'welcome')
    room.start(DECIDE)
    expect(shown(room)).toBe('welcome')
    pin(room, null)
    expect(shown(room)).toBe('item')
  })

  test('the speakers, while a message comes and goes', () => {
    const room = talking()
    room.raise(R1)
    pin(room, 'speakers')
    room.must(RECORDER, { type: 'show-message', text: '请静音' })
    expect(shown(room)).toBe('speakers')
  })

  test.each(['ballot', 'result', 'motion', 'temperature', 'message', 'minutes'] as const)(
    'but not a %s of which there is none',
    (view) => {
      const room = talking()
      pin(room, view)
      expect(shown(room)).toBe('item')
    },
  )
})
