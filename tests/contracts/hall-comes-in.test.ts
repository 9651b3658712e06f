import type { ActionFunctionArgs } from '@remix-run/node'
import { expect } from 'vitest'
import { createRateLimits } from '#app/http/rate-limits.server.ts'
import { action as findCode } from '#app/routes/code.tsx'
import { action as comeIn } from '#app/routes/m.$meetingId_.checkin.tsx'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { hallCode } from '#app/services/meetings/hall-code.server.ts'
import { seatCookie, sessionsOf } from '#tests/helpers/live-server.ts'
import { CHAIR, MEETING, planMeeting, roomOf } from '#tests/helpers/meeting-setting.ts'
import { test as base } from '#tests/helpers/test-database.ts'

/** What somebody is answered who sends six digits from the one address the hall has. */
type Send = (
  action: (args: ActionFunctionArgs) => unknown,
  code: string,
  cookie?: string,
) => Promise<number>

const RESIDENTS = 40

const test = base.extend<{
  hall: { code: () => string; cookie: (resident: number) => Promise<string>; send: Send }
}>({
  hall: async ({ services }, use) => {
    await planMeeting(services, { residents: RESIDENTS })
    await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
    await roomOf(services).must(CHAIR, { type: 'open-doors' })
    const sessions = sessionsOf(services)
    const context = {
      ...{ services, sessions, rateLimits: createRateLimits(), clientAddress: '203.0.113.7' },
    } as ActionFunctionArgs['context']
    await use({
      code: () => hallCode(services, MEETING).code,
      cookie: (resident) => seatCookie(sessions, `residents-${resident}`),
      async send(action, code, cookie = '') {
        const request = new Request('http://127.0.0.1/', {
          method: 'POST',
          body: new URLSearchParams({ code }),
          headers: { cookie },
        })
        const answer = await action({ request, params: { meetingId: MEETING }, context })
        if (answer instanceof Response) return answer.status
        return (answer as { init?: { status?: number } }).init?.status ?? 200
      },
    })
  },
})

test('[H3] a hall comes in from one address, and one seat guesses twenty times', async ({
  hall,
}) => {
  for (let resident = 1; resident <= RESIDENTS; resident += 1) {
    expect(await hall.send(comeIn, hall.code(), await hall.cookie(resident))).toBe(302)
  }
  const wrong = hall.code() === '000000' ? '000001' : '000000'
  const cookie = await hall.cookie(1)
  const answers: number[] = []
  for (let guess = 0; guess < 22; guess += 1)
    answers.push(await hall.send(comeIn, wrong, cookie))
  expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2)
  expect(await hall.send(comeIn, hall.code(), await hall.cookie(2)), 'others').toBe(302)
})

test('[H3] so it does by the digits alone, and guesses at them are counted', async ({
  hall,
}) => {
  for (let person = 0; person < RESIDENTS; person += 1) {
    expect(await hall.send(findCode, hall.code())).toBe(302)
  }
  const wrong = hall.code() === '000000' ? '000001' : '000000'
  const answers: number[] = []
  for (let guess = 0; guess < 21; guess += 1) answers.push(await hall.send(findCode, wrong))
  expect(answers).toEqual([...Array<number>(20).fill(404), 429])
})
