import { expect, goLive, signIn, test, type Actor } from './actors.ts'
import { ownServer } from './own-server.ts'

// The demo's people are led to whatever session goes on, and this one stays open.
const server = ownServer(6)
test.use({ baseURL: server.origin })
test.beforeAll(async () => {
  test.setTimeout(240_000)
  await server.start()
})
test.afterAll(() => server.kill())

/** Sets who of a side is asked: so many, from the top of the list. */
async function askOf({ page }: Actor, side: string, wanted: number): Promise<void> {
  const group = page.getByRole('group', { name: side })
  await expect(group).toBeVisible()
  const boxes = group.locator('input[name=invite]')
  for (const [index, box] of (await boxes.all()).entries()) {
    await box.setChecked(index < wanted)
  }
}

test('[V19, V30, V31, V32] a representatives’ meeting is refused for who sits in it, then held', async ({
  somebody,
}) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  const { page } = chair
  await signIn(chair, 'linyafang')
  await page.goto('/desk/sessions/new')
  await page.locator('select[name=compoundId]').selectOption({ label: '祥和里' })
  await page.getByLabel('以什么名义开').selectOption({ label: '居民代表会议' })
  await page.getByRole('button', { name: '下一步：时间' }).click()
  await page.getByRole('button', { name: '下一步：议程' }).click()
  await page.getByRole('button', { name: '自己写一项' }).click()
  const title = page.locator('input[name^="item."][name$=".title"]')
  await expect(title).toHaveCount(3)
  const names = await title.evaluateAll((inputs) =>
    (inputs as HTMLInputElement[]).filter(({ value }) => value === '').map(({ name }) => name),
  )
  const field = (name: string) =>
    page.locator(`[name="${(names[0] ?? '').replace('.title', `.${name}`)}"]`)
  await field('title').fill('居民公约修订')
  await field('kind').selectOption('decision')
  await field('topicType').selectOption('residents-covenant')
  await field('method').selectOption('ballot')
  await field('proposal').fill('通过修订后的居民公约')
  await page.getByRole('button', { name: '下一步：邀请各方' }).click()

  // One representative beside one of the committee is a half, not four fifths.
  for (const side of ['物业', '业委会', '民警']) await askOf(chair, side, 0)
  await askOf(chair, '居民', 1)
  await askOf(chair, '社区两委', 1)
  await page.getByRole('button', { name: '下一步：议事规则' }).click()
  await page.getByRole('button', { name: '下一步：看通知' }).click()
  await expect(
    page.getByText('代表占的比例不够：至少要 2 名居民代表，现在是 1 名'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: '发出通知并锁定议程' })).toBeDisabled()

  await page.getByRole('link', { name: '去补' }).click()
  await askOf(chair, '居民', 4)
  await page.getByRole('button', { name: '下一步：议事规则' }).click()
  await page.getByRole('button', { name: '下一步：看通知' }).click()
  await expect(page.getByText('依据《中华人民共和国城市居民委员会组织法》第29条')).toBeVisible()
  await page.getByRole('button', { name: '发出通知并锁定议程' }).click()
  await page.waitForURL(/\/desk\/sessions\/[^/]+$/)
  const meetingId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await goLive(chair, `/meetings/${meetingId}/console`)
  await expect(
    page.getByText('居民代表会议 · 《中华人民共和国城市居民委员会组织法》第29条').first(),
  ).toBeVisible()
  await page.getByRole('button', { name: '开始签到' }).click()
  // Nobody is here, and no reason makes up for that.
  await expect(page.getByText('法律要求的条件还不齐，不能开').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '宣布开会' })).toBeDisabled()

  const away = page.locator('button[aria-pressed=false]').filter({ hasText: '没到' })
  await expect(away).toHaveCount(5)
  for (let left = 5; left > 0; left -= 1) {
    await away.first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '人在会场，工作人员看到' }).click()
    await dialog.getByRole('button', { name: '记为到会' }).click()
    await expect(away).toHaveCount(left - 1)
  }
  await page.getByRole('button', { name: '宣布开会' }).click()
  await page.getByRole('button', { name: /开始这一项.*居民公约修订/ }).click()
  await page.getByRole('button', { name: '问一遍：还有要说的吗' }).click()
  await page.getByRole('button', { name: '开放表决' }).click()
  await expect(page.getByText('社区党组织要先研究讨论').first()).toBeVisible()
  await page.getByRole('button', { name: '记下党组织的意见' }).click()
  await page.getByLabel('哪个党组织').fill('蓝溪社区党委')
  await page.getByLabel('意见', { exact: true }).fill('同意提交代表会议')
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await expect(page.getByText('党组织已研究：蓝溪社区党委')).toBeVisible()
  await page.getByRole('button', { name: '开放表决' }).click()
  await expect(page.getByRole('button', { name: /关闭表决/ })).toBeVisible()
})
