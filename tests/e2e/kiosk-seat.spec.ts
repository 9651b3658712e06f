import { expect, signIn, test } from './actors.ts'
import { ownServer } from './own-server.ts'

const MINUTE_MS = 60_000
const PIN = '4826'

const clock = { NODE_OPTIONS: '', CLOCK_AHEAD_MS: '0' }
const server = ownServer(8, clock)
test.use({ baseURL: server.origin })
test.beforeAll(async () => {
  test.setTimeout(240_000)
  await server.start()
})
test.afterAll(() => server.kill())

/** Starts the server again, that many minutes later than now. */
async function inMinutes(minutes: number): Promise<void> {
  await server.kill()
  clock.NODE_OPTIONS = '--import tsx --import ./tests/e2e/later-clock.ts'
  clock.CLOCK_AHEAD_MS = String(minutes * MINUTE_MS)
  await server.start()
}

test('[L36] a tablet that runs no script and tells nothing: its seat ends on the server all the same', async ({
  somebody,
}) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  await chair.page.goto('/personas')
  await chair.page.locator('button[name=persona]').first().click()
  await chair.page.waitForURL(/\/meetings\/[^/]+\/console$/)
  const [, meetingId = ''] = /meetings\/([^/]+)/.exec(chair.page.url()) ?? []
  const kiosk = `/meetings/${meetingId}/kiosk`

  const { page } = await test.step('somebody is let in at the tablet', async () => {
    const tablet = await somebody('tablet', { on: 'phone', javaScript: false })
    await signIn(tablet, 'xuxiaoyan')
    await tablet.page.goto(kiosk)
    await tablet.page.locator('input[name=pin]').fill(PIN)
    await tablet.page.getByRole('button', { name: '开始使用' }).click()
    await tablet.page.locator('select[name=seatId]').selectOption({ index: 1 })
    await tablet.page.locator('form:has(select) input[name=pin]').fill(PIN)
    await tablet.page.getByRole('button', { name: '核对过本人，进入' }).click()
    return tablet
  })
  const greeting = page.getByText(/，您好$/).first()
  await expect(greeting).toBeVisible()
  const name = (await greeting.innerText()).replace(/，您好$/, '')

  await test.step('nine minutes later they still sit there', async () => {
    await inMinutes(9)
    await page.goto(kiosk)
    await expect(page.getByText(`${name}，您好`)).toBeVisible()
  })

  await test.step('after ten, nobody does: not at the tablet, and not on the meeting’s page', async () => {
    await inMinutes(11)
    await page.goto(kiosk)
    await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
    await expect(page.getByText(`${name}，您好`)).toHaveCount(0)
    await page.goto(`/m/${meetingId}`)
    await expect(page.getByText(name)).toHaveCount(0)
  })
})
