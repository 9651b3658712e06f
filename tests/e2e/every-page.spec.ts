import { expect, seriousFindings, signIn, test, type Actor } from './actors.ts'

// Every page that somebody can open, in both languages, without a serious finding of axe. What a
// page looks like in the middle of a session is looked at where the evening is told.

const LANGUAGES = ['zh-CN', 'en'] as const

/** Where a page is led to from: the first link on `from` that matches. */
type Visit = string | { from: string; link: RegExp }

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
  { from: '/c/hebin/resolutions', link: /^\/resolutions\/[^/]+$/ },
  { from: '/c/hebin/matters', link: /^\/matters\/[^/]+$/ },
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
  { from: '/desk/matters', link: /^\/desk\/matters\/(?!new)[^/?]+$/ },
  { from: '/desk/sessions', link: /^\/desk\/sessions\/(?!new)[^/?]+$/ },
  { from: '/desk/roster', link: /^\/desk\/roster\/(?!new)[^/?]+$/ },
]

const OF_A_SESSION = ['', '/minutes', '/publish', '/slips']
const ON_A_PHONE = ['', '/agenda', '/papers', '/me']

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
    const session = await follow(cadre, {
      from: '/desk/sessions',
      link: /^\/desk\/sessions\/(?!new)[^/?]+$/,
    })
    await visitAll(
      cadre,
      OF_A_SESSION.map((part) => `${session}${part}`),
    )
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
    await visitAll(chair, [`${meeting}/console`, `${meeting}/screen`])

    const resident = await somebody('resident', { language, on: 'phone' })
    await resident.page.goto('/personas')
    await resident.page.locator('button[name=persona]').nth(2).click()
    await resident.page.waitForURL(/\/m\/[^/]+$/)
    const { pathname } = new URL(resident.page.url())
    await visitAll(
      resident,
      [...ON_A_PHONE, '/checkin'].map((part) => `${pathname}${part}`),
    )
  }
})

async function visitAll(actor: Actor, visits: readonly Visit[]): Promise<void> {
  for (const visit of visits) {
    const path = typeof visit === 'string' ? visit : await follow(actor, visit)
    await test.step(`${actor.name}: ${path}`, async () => {
      await actor.page.goto(path)
      await expect(actor.page.getByRole('main').first()).toBeVisible()
      expect.soft(await seriousFindings(actor.page), path).toEqual([])
    })
  }
}

async function follow(
  { page }: Actor,
  { from, link }: Exclude<Visit, string>,
): Promise<string> {
  await page.goto(from)
  const paths = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''))
  const found = paths.find((path) => link.test(path))
  expect(found, `${from} leads to ${link}`).toBeDefined()
  return found ?? from
}
