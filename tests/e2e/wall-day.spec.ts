import type { APIRequestContext, CDPSession } from '@playwright/test'
import { expect, test, type Actor } from './actors.ts'
import { ownServer } from './own-server.ts'

const HOUR_MS = 3_600_000
/** What was not used for three hours at a time is found dead, and opened again. */
const STEP_HOURS = 3
const STEPS = 8
/** After so many of them the server is killed and started on the next day. */
const KILLED_AFTER = 5
/** Of what others do meanwhile, in each step. */
const EVENTS_A_STEP = 130
/** What a day may add to the page: megabytes of its heap, and of what it listens to. */
const MOST_GROWN = { megabytes: 2, nodes: 100, listeners: 20 }

const clock = { NODE_OPTIONS: '', CLOCK_AHEAD_MS: '0' }
const server = ownServer(13, clock)
test.use({ baseURL: server.origin })
test.beforeAll(async () => {
  test.setTimeout(240_000)
  await server.start()
})
test.afterAll(() => server.kill())

test('[M38] a day of standing open: the wall follows through midnight and a restart, and does not grow', async ({
  browser,
  playwright,
  somebody,
}) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  const { page } = chair
  await page.goto('/personas')
  await page.locator('button[name=persona]').first().click()
  await page.waitForURL(/\/meetings\/[^/]+\/console$/)
  const console = new URL(page.url()).pathname
  const [, meetingId = ''] = /meetings\/([^/]+)/.exec(console) ?? []
  await page.goto(`/desk/sessions/${meetingId}`)
  const screenLink = await page.locator('a[href*="/screen?k="]').first().getAttribute('href')
  const links = await page
    .locator('input[readonly][value*="/i/"]')
    .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map((each) => each.value))
  await page.goto(console)

  const seats = await peopleInTheHall(meetingId, links, () =>
    playwright.request.newContext({
      baseURL: server.origin,
      extraHTTPHeaders: { Origin: server.origin },
    }),
  )
  const [first, ...others] = seats
  if (!first) throw new Error('the demo’s hall is empty')

  // Without the tap of the others: what it keeps would be counted as the page’s own.
  const context = await browser.newContext({
    baseURL: server.origin,
    locale: 'zh-CN',
    viewport: { width: 1920, height: 1080 },
  })
  const wall = await context.newPage()
  await wall.clock.install()
  await wall.goto(screenLink ?? '')
  const view = wall.locator('[data-view]')
  await expect(view).toHaveAttribute('data-view', 'item')
  const remote = wall.getByText('其中远程 1 人', { exact: false })

  /** People go home and come back, and in the end one is away who was not before. */
  async function othersGoOn(events: number): Promise<void> {
    await Promise.all(
      others.map(async (goTo) => {
        for (let done = 0; done < events / others.length; done += 2) {
          await goTo('remote')
          await goTo('hall')
        }
      }),
    )
    await first?.('remote')
    await expect(remote).toBeVisible({ timeout: 20_000 })
    await first?.('hall')
    await expect(remote).toHaveCount(0)
  }

  await othersGoOn(40)
  const client = await context.newCDPSession(wall)
  const before = await sizeOf(client)
  const began = newestSeq(chair)
  for (let step = 1; step <= STEPS; step += 1) {
    await wall.clock.fastForward(STEP_HOURS * HOUR_MS)
    if (step === KILLED_AFTER) {
      await server.kill()
      clock.NODE_OPTIONS = '--import tsx --import ./tests/e2e/later-clock.ts'
      clock.CLOCK_AHEAD_MS = String(24 * HOUR_MS)
      await server.start()
    }
    await othersGoOn(EVENTS_A_STEP)
  }
  await expect.poll(() => newestSeq(chair) - began).toBeGreaterThan(STEPS * EVENTS_A_STEP * 0.9)

  const after = await sizeOf(client)
  const grown = {
    megabytes: after.megabytes - before.megabytes,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  }
  test.info().annotations.push({ type: 'grown', description: JSON.stringify(grown) })
  for (const name of ['megabytes', 'nodes', 'listeners'] as const) {
    expect(grown[name], `${name} that a day adds`).toBeLessThan(MOST_GROWN[name])
  }

  await test.step('the next day it still follows, by itself and after a reload', async () => {
    await page.getByRole('button', { name: '休会', exact: true }).first().click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '开始休息', exact: true })
      .click()
    await expect(view).toHaveAttribute('data-view', 'break')
    await wall.reload()
    await expect(view).toHaveAttribute('data-view', 'break')
    await wall.goto(screenLink ?? '')
    await expect(view).toHaveAttribute('data-view', 'break')
  })
  await context.close()
})

/** Says from where somebody takes part, as a phone without a script does. */
type GoTo = (where: 'hall' | 'remote') => Promise<void>

/** Five of those who are here. */
async function peopleInTheHall(
  meetingId: string,
  links: readonly string[],
  openPhone: () => Promise<APIRequestContext>,
): Promise<GoTo[]> {
  const people: GoTo[] = []
  for (const link of links) {
    const phone = await openPhone()
    const html = await (await phone.get(link)).text()
    const seatId = /name="seatId" value="([^"]+)"/.exec(html)?.[1]
    if (!seatId) continue
    const change = (where: string) =>
      phone.post(`/m/${meetingId}/act`, {
        form: { type: 'change-place', seatId, where },
        maxRedirects: 0,
      })
    // Whoever is not here is told so.
    if ((await change('remote')).headers()['location']?.includes('said=')) continue
    await change('hall')
    people.push(async (where) => void (await change(where)))
    if (people.length === 5) break
  }
  return people
}

const newestSeq = ({ wire }: Actor): number =>
  Math.max(0, ...[...wire.heard.join().matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq)))

/** What the page holds once nothing that can go is kept. */
async function sizeOf(
  client: CDPSession,
): Promise<{ megabytes: number; nodes: number; listeners: number }> {
  await client.send('Performance.enable')
  for (let round = 0; round < 3; round += 1) await client.send('HeapProfiler.collectGarbage')
  const { metrics } = await client.send('Performance.getMetrics')
  const valueOf = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0
  return {
    megabytes: valueOf('JSHeapUsedSize') / 2 ** 20,
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
  }
}
