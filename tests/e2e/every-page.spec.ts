import type { Page } from '@playwright/test'
import { expect, seriousFindings, signIn, test, type Actor } from './actors.ts'

// Every page that somebody can open, in both languages, without a serious finding of axe. What a
// page looks like in the middle of a session is looked at where the evening is told.

const LANGUAGES = ['zh-CN', 'en'] as const

/** Where a page is led to from: the first link on `from` that matches, and what hangs below it. */
type Visit = string | { from: Visit; link: RegExp; below?: readonly string[]; oldest?: true }

const SESSION = /^\/desk\/sessions\/(?!new)[^/?]+$/
const OWNERS_VOTE = /^\/desk\/owners-votes\/(?!new)[^/?]+$/
const ROLL = /^\/desk\/register\/rolls\/[^/?]+$/

const ANYBODY: Visit[] = [
  '/',
  '/c/hebin',
  '/c/hebin/sessions',
  '/c/hebin/sessions?when=past',
  '/c/hebin/resolutions',
  '/c/hebin/matters',
  '/how',
  '/code',
  '/signin',
  '/personas',
  '/preferences',
  '/recount',
  '/foundations',
  '/no-such-page',
  '/i/not-a-link',
  '/check',
  { from: '/c/hebin/resolutions', link: /^\/resolutions\/[^/]+$/, below: ['/print'] },
  { from: '/c/hebin/matters', link: /^\/matters\/[^/]+$/ },
  {
    from: { from: '/c/hebin/resolutions', link: /^\/resolutions\/[^/]+$/, oldest: true },
    link: /^\/minutes\/[^/]+$/,
    below: ['/print'],
  },
]

const STAFF: Visit[] = [
  '/desk',
  '/desk/sessions',
  '/desk/sessions/new',
  '/desk/matters',
  '/desk/matters?view=board',
  '/desk/matters/new',
  '/desk/resolutions',
  '/desk/roster',
  '/desk/roster/new',
  '/desk/community',
  '/desk/register',
  '/desk/register/import',
  '/desk/register/rolls',
  '/desk/register/rules',
  '/desk/owners-votes',
  '/desk/owners-votes/new',
  {
    from: '/desk/owners-votes',
    link: OWNERS_VOTE,
    below: ['/silent', '/official', '/slips', '/papers'],
  },
  {
    from: { from: '/desk/owners-votes', link: OWNERS_VOTE },
    link: /\/paper\/[^/]+$/,
  },
  {
    from: { from: '/desk/owners-votes', link: OWNERS_VOTE },
    link: /^\/owners-votes\/[^/]+$/,
  },
  { from: '/desk/matters', link: /^\/desk\/matters\/(?!new)[^/?]+$/ },
  { from: '/desk/roster', link: /^\/desk\/roster\/(?!new)[^/?]+$/ },
  {
    from: '/desk/sessions?when=past',
    link: SESSION,
    below: ['/minutes', '/minutes/print', '/publish', '/replay', '/slips'],
  },
  '/desk/register?compound=xianghe',
  '/desk/register/rolls?compound=xianghe',
  { from: '/desk/register?compound=xianghe', link: /^\/desk\/register\/units\/[^/?]+$/ },
  { from: '/desk/register/rolls?compound=xianghe', link: ROLL },
  {
    from: { from: '/desk/register/rolls?compound=xianghe', link: ROLL },
    link: /^\/rolls\/[^/]+$/,
  },
]

const FOR_PAPER_OR_HALL = /\/(?:print|slips|screen|foundations|owners-votes\/[^/]+\/papers)$/

const ON_A_PHONE = ['', '/agenda', '/papers', '/me', '/minutes', '/checkin']

test('anybody’s pages', async ({ somebody }) => {
  test.setTimeout(600_000)
  for (const language of LANGUAGES) {
    const reader = await somebody('reader', { language })
    await visitAll(reader, ANYBODY)
    const phone = await somebody('reader with a phone', { language, on: 'phone' })
    await visitAll(phone, ['/', '/c/hebin/matters', '/signin'])
  }
})

test('the desk’s pages, and a town’s and a county’s', async ({ somebody }) => {
  test.setTimeout(600_000)
  for (const language of LANGUAGES) {
    const cadre = await somebody('cadre', { language })
    await signIn(cadre, 'linyafang')
    await visitAll(cadre, STAFF)
    for (const login of ['fengcheng', 'anxi']) {
      const figures = await somebody(login, { language })
      await signIn(figures, login)
      await visitAll(figures, ['/desk'])
    }
  }
})

test('a resident’s pages on a phone, the console and the wall', async ({ somebody }) => {
  test.setTimeout(600_000)
  for (const language of LANGUAGES) {
    const chair = await somebody('chair', { language })
    await chair.page.goto('/personas')
    await chair.page.locator('button[name=persona]').first().click()
    await chair.page.waitForURL(/\/meetings\/[^/]+\/console$/)
    const meeting = new URL(chair.page.url()).pathname.replace(/\/console$/, '')
    await visitAll(
      chair,
      ['console', 'screen', 'door', 'kiosk'].map((part) => `${meeting}/${part}`),
    )

    const resident = await somebody('resident', { language, on: 'phone' })
    await resident.page.goto('/personas')
    await resident.page.locator('button[name=persona]').nth(2).click()
    await resident.page.waitForURL(/\/m\/[^/]+$/)
    const { pathname } = new URL(resident.page.url())
    await visitAll(
      resident,
      ON_A_PHONE.map((part) => `${pathname}${part}`),
    )
  }
})

async function visitAll(actor: Actor, visits: readonly Visit[]): Promise<void> {
  for (const visit of visits) {
    const path = await follow(actor, visit)
    const below = typeof visit === 'string' ? [] : (visit.below ?? [])
    for (const each of [path, ...below.map((part) => `${path}${part}`)]) {
      await test.step(`${actor.name}: ${each}`, async () => {
        await actor.page.goto(each, { waitUntil: 'networkidle' })
        await expect.soft(actor.page.getByRole('main').first(), each).toBeVisible()
        expect.soft(await seriousFindings(actor.page), each).toEqual([])
        if (!FOR_PAPER_OR_HALL.test(each)) {
          expect.soft(await widerThanAPhone(actor.page), each).toEqual([])
        }
      })
    }
  }
}

/** What sticks out to the right of a phone's 390 pixels, so that the whole page slides sideways. */
async function widerThanAPhone(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .map((each) => `${each.tagName}.${each.getAttribute('class') ?? ''}`)
      .slice(0, 8)
  })
  if (before) await page.setViewportSize(before)
  return found
}

async function follow(actor: Actor, visit: Visit): Promise<string> {
  if (typeof visit === 'string') return visit
  const from = await follow(actor, visit.from)
  await actor.page.goto(from)
  const paths = await actor.page
    .locator('a[href]')
    .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''))
  const all = paths.filter((path) => visit.link.test(path))
  // The demo's own stand last: other tests publish what has no minutes yet.
  const found = visit.oldest ? all.at(-1) : all[0]
  expect.soft(found, `${from} leads to ${visit.link}`).toBeDefined()
  return found ?? from
}
