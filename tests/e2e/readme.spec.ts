import { expect, test, type Actor } from './actors.ts'
import { hearAloud, said } from './hear-aloud.ts'
import { ownServer } from './own-server.ts'

const server = ownServer(3)
test.use({ baseURL: server.origin })
test.beforeAll(async () => {
  test.setTimeout(240_000)
  await server.start()
})
test.afterAll(() => server.kill())

/** Each line is a step of “Try it” in README.md, by the buttons that it names. */
test('what the README tells a newcomer to try', async ({ somebody }) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  const resident = await somebody('resident', { on: 'phone' })
  const { page } = chair
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  await test.step('1 the first person is the chair, and at the console', async () => {
    await page.goto('/personas')
    await expect(page.locator('button[name=persona]').first()).toContainText('林雅芳')
    await page.locator('button[name=persona]').first().click()
    await page.waitForURL(/\/console$/)
  })
  await test.step('2 the first resident is on a phone', async () => {
    await resident.page.goto('/personas')
    await resident.page.locator('button[name=persona]', { hasText: '王秀英' }).first().click()
    await resident.page.waitForURL(/\/m\/[^/]+$/)
  })
  const wall = await test.step('3 the wall opens from the bar', async () => {
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '打开大屏' }).click(),
    ])
    await opened.setViewportSize({ width: 1920, height: 1080 })
    await expect(opened.getByRole('heading', { level: 1 })).toBeVisible()
    return opened
  })
  await test.step('4 last call, a named vote, and the ballot is on the phone', async () => {
    await hearAloud(resident)
    await press('问一遍：还有要说的吗')
    await page.getByRole('radio', { name: '记名', exact: true }).check()
    await press('开放表决')
    await voteYes(resident)
  })
  await test.step('5 counted: not carried, and by how much', async () => {
    await press('关闭表决并计票')
    await press('关闭并计票')
    await expect(wall.getByText('未通过', { exact: false }).first()).toBeVisible()
    await expect(wall.getByText('过线 10 人', { exact: false }).first()).toBeVisible()
    // Whoever listens instead of looking is told of the ballot and of its end, once each.
    await expect.poll(() => said(resident, '有结果了')).toBe(1)
    expect(await said(resident, '开始表决')).toBe(1)
  })
  await test.step('6 the next item, and an agreement', async () => {
    await press('进入下一项')
    await press('问一遍：还有要说的吗')
    await press('先问一句：有没有不同意见')
    await press('没有不同意见，形成共识')
    await expect(wall.getByText('形成共识', { exact: false }).first()).toBeVisible()
  })
  await test.step('7 the end, and the minutes', async () => {
    await press('散会')
    await page.getByRole('dialog').getByRole('button', { name: '散会', exact: true }).click()
    await page.getByRole('link', { name: '去写纪要' }).click()
    await page.waitForURL(/\/minutes$/)
    await page.locator('textarea[name^="summary:"]').first().fill('大家都说了。')
    await press('确认并封存')
  })
  await test.step('8 published, and read by somebody signed in nowhere', async () => {
    await page.getByRole('link', { name: '去公布' }).click()
    await page.getByRole('button', { name: '公布这一项' }).first().click()
    await page.getByRole('link', { name: '看公开页' }).first().click()
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    const stranger = await somebody('stranger', { javaScript: false })
    await stranger.page.goto('/')
    await expect(stranger.page.getByText(title).first()).toBeVisible()
  })
  await test.step('outside the meeting, an owner with a link votes on a phone', async () => {
    await page.goto('/desk')
    await page.getByRole('link', { name: '业主表决' }).click()
    await page.getByRole('link', { name: '是否续聘安和物业服务三年' }).click()
    await expect(page.getByText('两次读得不同').first()).toBeVisible()
    await page.getByRole('link', { name: '还没投的人' }).click()
    const link = await page.locator('input[value*="/o/"]').first().inputValue()
    const owner = await somebody('owner', { on: 'phone' })
    await owner.page.goto(new URL(link).pathname)
    await owner.page.getByText('赞成', { exact: true }).first().click()
    await owner.page.getByRole('button', { name: '下一步' }).click()
    await owner.page.getByRole('button', { name: '确认投出' }).click()
    await expect(owner.page.getByRole('status')).toContainText('投票已记下')
  })
})

async function voteYes({ page }: Actor): Promise<void> {
  await page.getByText('赞成', { exact: true }).first().click()
  await page.getByRole('button', { name: '投出：赞成' }).click()
  await expect(page.getByText('您的一票已记录').first()).toBeVisible()
}
