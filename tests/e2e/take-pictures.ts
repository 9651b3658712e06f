import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  chromium,
  request,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test'
import sharp from 'sharp'
import { BROWSER_ARGS, findBrowser } from '#tests/helpers/find-browser.ts'

// `npm run pictures`: the pictures of the README, taken of the real build with the demo on an
// embedded database made anew, while a vote is held in the session that is in progress.

const ORIGIN = 'http://127.0.0.1:4731'
const FOLDER = 'tests/e2e/pictures'
const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  wall: { viewport: { width: 1920, height: 1080 } },
}

Object.assign(process.env, {
  HOST: '127.0.0.1',
  PORT: new URL(ORIGIN).port,
  DATA_DIR: '.cache/pictures',
  DATABASE_URL: '',
  REDIS_URL: '',
  PUBLIC_ORIGIN: '',
  DEMO: 'on',
  LOG_LEVEL: 'error',
})
await import('./serve-fresh.ts')

mkdirSync(FOLDER, { recursive: true })
const executablePath = findBrowser()
const browser = await chromium.launch({
  args: BROWSER_ARGS,
  ...(executablePath ? { executablePath } : {}),
})
await takePublicPages(browser)
const chair = await takeMeeting(browser)
await takeDesk(chair)
await browser.close()
takeWall()
process.kill(process.pid, 'SIGTERM')

/** The hall's screen in all its states, as the test of it goes through them: see pictures/wall. */
function takeWall(): void {
  spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e', 'projector.spec'],
    { stdio: 'inherit', env: { ...process.env, PICTURES: 'on', E2E_PORT: '4732' } },
  )
}

async function takePublicPages(from: Browser): Promise<void> {
  const desk = await (await contextFor(from, 'desk')).newPage()
  await desk.goto('/')
  await take(desk, 'home')
  await desk.locator('a[href^="/resolutions/"]').first().click()
  await desk.waitForURL(/\/resolutions\/[^/]+$/)
  const phone = await (await contextFor(from, 'phone')).newPage()
  await phone.goto(desk.url())
  await take(phone, 'resolution')
}

/** The chair, a resident's phone and the wall, before and during a vote. */
async function takeMeeting(from: Browser): Promise<BrowserContext> {
  const chair = await contextFor(from, 'desk')
  const console = await chair.newPage()
  await become(console, 0)
  await console.waitForURL(/\/meetings\/[^/]+\/console$/)
  const phone = await (await contextFor(from, 'phone')).newPage()
  await become(phone, 2)
  await phone.waitForURL(/\/m\/[^/]+$/)
  await take(console, 'console')
  await take(phone, 'phone')

  const wall = await chair.newPage()
  await wall.setViewportSize(SIZES.wall.viewport)
  await wall.goto(console.url().replace(/console$/, 'screen'))
  await take(wall, 'screen')

  const lastCall = console.getByRole('button', { name: '问一遍：还有要说的吗' })
  if (await lastCall.isVisible()) await lastCall.click()
  await console.getByRole('button', { name: '开放表决', exact: true }).click()
  await console.getByRole('button', { name: '关闭表决并计票' }).waitFor()
  await phone.getByText('不记名', { exact: false }).first().waitFor()
  await take(phone, 'ballot')

  await voteAsOthers(chair, console.url(), await ballotPathOf(phone))
  await console.getByRole('button', { name: '关闭表决并计票' }).click()
  await console.getByRole('button', { name: '关闭并计票' }).click()
  await wall.getByText('表决结果', { exact: false }).waitFor()
  await take(wall, 'verdict')
  return chair
}

async function ballotPathOf(phone: Page): Promise<string> {
  const path = await phone.locator('form[action*="/ballot/"]').getAttribute('action')
  if (path === null) throw new Error('the phone shows no ballot')
  return path
}

/** Everybody with a personal link votes as a phone without a script does; those who may not are refused. */
async function voteAsOthers(
  chair: BrowserContext,
  consoleUrl: string,
  ballotPath: string,
): Promise<void> {
  const desk = await chair.newPage()
  const [, meetingId = ''] = /meetings\/([^/]+)/.exec(consoleUrl) ?? []
  await desk.goto(`/desk/sessions/${meetingId}`)
  const links = await desk
    .locator('input[readonly][value*="/i/"]')
    .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map((each) => each.value))
  await desk.close()
  for (const [index, link] of links.entries()) {
    const phone = await request.newContext({ extraHTTPHeaders: { Origin: ORIGIN } })
    await phone.get(link)
    const choice = index % 5 === 3 ? 'no' : index % 11 === 7 ? 'abstain' : 'yes'
    await phone.post(`${ORIGIN}${ballotPath}`, {
      form: { choice, key: `picture-${index}` },
    })
    await phone.dispose()
  }
}

async function takeDesk(chair: BrowserContext): Promise<void> {
  const page = await chair.newPage()
  await page.goto('/desk')
  await take(page, 'desk')
  await page.goto('/desk/matters')
  await page.locator('main a[href^="/desk/matters/"]:not([href$="/new"])').first().click()
  await page.waitForURL(/\/desk\/matters\/(?!new)[^/]+$/)
  await take(page, 'matter')
}

async function contextFor(from: Browser, size: keyof typeof SIZES): Promise<BrowserContext> {
  return from.newContext({
    baseURL: ORIGIN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...SIZES[size],
  })
}

/** @param place - in the list of the demo's people. */
async function become(page: Page, place: number): Promise<void> {
  await page.goto('/personas')
  await page.locator('button[name=persona]').nth(place).click()
}

/** What the window shows, in at most 128 colours so that the repository stays small. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const shot = await page.screenshot({ animations: 'disabled' })
  await sharp(shot)
    .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
    .toFile(join(FOLDER, `${name}.png`))
  process.stdout.write(`${name}.png\n`)
}
