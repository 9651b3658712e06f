import { expect, test } from 'vitest'
import { anEvening, DECIDE, TALK, ZHANG } from '#tests/helpers/an-evening.ts'
import { minutesLog } from './minutes-log.ts'

test('[R22] every event is a line, and every fact leads to the events it rests on', () => {
  const events = anEvening()
  const { lines, sources } = minutesLog(events)
  expect(lines.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq))
  const typeAt = (seq: number | undefined) =>
    events.find((each) => each.seq === seq)?.event.type
  expect(sources['opened']?.map(typeAt)).toEqual(['opened'])
  expect(sources[`outcome:${TALK}`]?.map(typeAt)).toEqual(['item-ended'])
  expect(sources[`verdict:${DECIDE}`]?.map(typeAt)).toEqual(['ballot-opened', 'ballot-closed'])
  expect(sources['task:t1']?.map(typeAt)).toEqual(['task-assigned'])
  expect(sources[`seat:${ZHANG}`]?.map(typeAt)).toEqual(['checked-in'])
  const turns = Object.keys(sources).filter((fact) => fact.startsWith('turn:'))
  expect(turns.map((fact) => typeAt(sources[fact]?.[0]))).toEqual([
    'floor-taken',
    'floor-taken',
  ])
})

test('[R22] a line says who and what, and under which item', () => {
  const { lines } = minutesLog(anEvening())
  expect(lines.find(({ type }) => type === 'floor-given')).toMatchObject({
    who: '张秀英',
    itemId: TALK,
    stance: 'for',
    actor: '林雅芳',
  })
  expect(lines.find(({ type }) => type === 'ballot-closed')).toMatchObject({
    itemId: DECIDE,
    about: '同意更换',
    votes: { yes: '12', no: '3', abstain: '2' },
  })
  expect(lines.find(({ type }) => type === 'task-assigned')).toMatchObject({
    lead: '安和物业',
    day: '2026-12-03',
  })
})
