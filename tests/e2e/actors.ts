import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { tapLiveWire, type LiveWire } from './live-wire.ts'

/** One person at one browser, sharing nothing with the others but the server. */
export type Actor = { name: string; page: Page; wire: LiveWire; context: BrowserContext }

type Seat = {
  /** A phone in the hand, a desk, or the wall. */
  on?: 'phone' | 'desk' | 'wall'
  language?: 'zh-CN' | 'en'
  javaScript?: boolean
}

const SIZE = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
  wall: { viewport: { width: 1920, height: 1080 } },
}

type Fixtures = {
  /** A person with a browser of their own, not signed in. */
  somebody: (name: string, seat?: Seat) => Promise<Actor>
}

export const test = base.extend<Fixtures>({
  somebody: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = []
    await use(async (name, { on = 'desk', language = 'zh-CN', javaScript = true } = {}) => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        locale: language,
        javaScriptEnabled: javaScript,
        timezoneId: 'Asia/Kathmandu',
        ...SIZE[on],
      })
      opened.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => {
        throw new Error(`${name}'s page failed: ${error.message}`)
      })
      return { name, page, context, wire: await tapLiveWire(page) }
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

export { expect }

/** What the demo's accounts sign in with, as the sign-in page of the demo says. */
export const DEMO_PASSWORD = 'anxi-730-demo'

export async function signIn({ page }: Actor, login: string): Promise<void> {
  await page.goto('/signin')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(DEMO_PASSWORD)
  await page.locator('button[type=submit]').last().click()
  await page.waitForURL(/\/desk/)
}

/** Opens a live page and waits until it has been let into the meeting: from then on its buttons work. */
export async function goLive({ page, wire }: Actor, url: string): Promise<void> {
  wire.heard.length = 0
  await page.goto(url)
  await expect.poll(() => wire.heard.some((text) => text.includes('"serverNow"'))).toBe(true)
}

/** Serious and critical findings of axe, as `rule: where`. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Colours on their way from one to another are nobody's to read.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (each) =>
          each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity,
      ),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** Types the wall's six digits on a phone that has opened its personal link. */
export async function checkIn({ page }: Actor, wall: Actor, meetingId: string): Promise<void> {
  const code = await hallCode(wall)
  await page.goto(`/m/${meetingId}/checkin`)
  await page.locator('input[name=code]').fill(code)
  await page.locator('form:has(input[name=code]) button[type=submit]').click()
  await page.waitForURL(new RegExp(`/m/${meetingId}/?$`))
}

/** The six digits on the wall. */
export async function hallCode({ page }: Actor): Promise<string> {
  const shown = page.getByText(/^\d{3}\s?\d{3}$/).first()
  await expect(shown).toBeVisible()
  return (await shown.innerText()).replace(/\D/g, '')
}
