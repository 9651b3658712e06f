import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { BallotId, MeetingId } from '#app/domain/shared/ids.ts'
import { paceTurnout } from './other-processes.server.ts'

const turnout = (meeting: number, version: number) => ({
  ballotId: `ballot-${meeting}` as BallotId,
  cast: version,
  of: 1000,
  version,
})

test('[L35] many full halls at once hear their turnout less often, each of them, and the newest last', async () => {
  const HALLS = 4
  const sent: { meetingId: MeetingId; version: number }[] = []
  const tell = paceTurnout(5, (meetingId, { version }) => {
    sent.push({ meetingId, version })
    return 800
  })
  const started = performance.now()
  let version = 0
  while (performance.now() - started < 700) {
    version += 1
    for (let hall = 0; hall < HALLS; hall += 1) {
      tell(`hall-${hall}` as MeetingId, turnout(hall, version))
    }
    await wait(10)
  }
  // Eight hundred phones are a sixth of a second's telling.
  expect(sent.length).toBeLessThanOrEqual((performance.now() - started) / 160 + 1)
  await wait(HALLS * 200)
  for (let hall = 0; hall < HALLS; hall += 1) {
    const heard = sent.filter((each) => each.meetingId === `hall-${hall}`)
    expect(heard.map((each) => each.version)).toEqual(
      heard.map((each) => each.version).sort((a, b) => a - b),
    )
    expect(heard.at(-1)?.version).toBe(version)
  }
})
