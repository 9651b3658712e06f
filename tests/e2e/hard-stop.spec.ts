import { setTimeout as wait } from 'node:timers/promises'
import { checkIn, expect, goLive, signIn, test } from './actors.ts'
import { BALLOT_ITEM, convene } from './convene.ts'
import { countTones, tones } from './count-tones.ts'
import { hearAloud, said } from './hear-aloud.ts'
import { ownServer } from './own-server.ts'

const TURN_SECONDS = 30
const server = ownServer(12)
test.use({ baseURL: server.origin })
test.beforeAll(async () => {
  test.setTimeout(240_000)
  await server.start()
})
test.afterAll(() => server.kill())

test('[M43] a turn ends by itself: heard at the console, seen on phone and wall, and over a restart', async ({
  somebody,
}) => {
  test.setTimeout(300_000)
  const chair = await somebody('chair')
  await countTones(chair)
  await signIn(chair, 'linyafang')
  const rules = { turnSeconds: TURN_SECONDS, warnSeconds: 15 }
  const { meetingId, links, screenLink } = await convene(chair, { rules })
  const { page } = chair
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const wall = await somebody('wall', { on: 'wall' })
  const zh = await somebody('resident', { on: 'phone' })
  const en = await somebody('manager', { on: 'phone', language: 'en' })
  await goLive(chair, `/meetings/${meetingId}/console`)
  await press('开始签到')
  await goLive(wall, screenLink)
  for (const [actor, link] of [
    [zh, links.resident],
    [en, links.manager],
    [await somebody('neighbour', { on: 'phone' }), links.neighbour],
    [await somebody('owner', { on: 'phone' }), links.owner],
    [await somebody('officer', { on: 'phone' }), links.officer],
  ] as const) {
    await actor.page.goto(link)
    await checkIn(actor, wall, meetingId)
  }
  await press('宣布开会')
  await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
  await zh.page.getByRole('button', { name: '我反对' }).click()
  await expect(page.getByRole('button', { name: '请第一位发言' })).toBeVisible()
  await en.page.getByRole('button', { name: 'For', exact: true }).click()
  await expect(en.page.getByText(/you are no\. 2/)).toBeVisible()
  for (const actor of [zh, en]) await hearAloud(actor)

  await test.step('the soft bell, then the stop: nobody had to press anything', async () => {
    await press('请第一位发言')
    await expect(zh.page.getByText('轮到您发言了').first()).toBeVisible()
    await expect(page.getByText('还剩不到 15 秒')).toBeVisible({ timeout: 25_000 })
    expect(await tones(chair)).toBe(1)
    await expect(page.getByText(/^时间到，.+的发言结束了$/)).toBeVisible({ timeout: 25_000 })
    await expect.poll(() => tones(chair), 'rung twice, by the clock or by the stop').toBe(3)
    await expect(wall.page.getByText('时间到，发言结束')).toBeVisible()
    await expect(zh.page.getByText('您的时间到了，发言结束了')).toBeVisible()
    await expect(en.page.getByText(/^Time is up for \S+ [^\s.]+$/)).toBeVisible()
    expect(await said(zh, '时间到，您的发言结束了')).toBe(1)
    expect(await said(en, 'Time is up for')).toBe(1)
  })

  await test.step('the next in line is offered, and not called', async () => {
    await expect(page.getByRole('button', { name: '请第一位发言' })).toBeVisible()
    await expect(en.page.getByText(/you are no\. 1/)).toBeVisible()
    await expect(en.page.getByText('It is your turn', { exact: true })).toHaveCount(0)
  })

  await test.step('a server that dies meanwhile, and comes back late, stops them at once; muted it is only seen', async () => {
    await press('铃声开')
    await press('请第一位发言')
    await expect(en.page.getByText('It is your turn', { exact: true })).toBeVisible()
    await server.kill()
    await wait(TURN_SECONDS * 1000)
    await server.start()
    await expect(page.getByText(/^时间到，.+的发言结束了$/)).toBeVisible({ timeout: 30_000 })
    await expect(en.page.getByText('Your time is up, your turn is over')).toBeVisible({
      timeout: 30_000,
    })
    expect(await tones(chair), 'a bell that is muted').toBe(3)
  })

  await test.step('the log says why each of them stopped', async () => {
    await page.goto(`/desk/sessions/${meetingId}/minutes`)
    await expect(page.locator('[data-pane=log]').getByText(/的发言时间到了/)).toHaveCount(2)
  })
})
