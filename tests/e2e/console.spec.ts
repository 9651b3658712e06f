import { expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { pressByKey, tabTo } from './by-key.ts'
import { convene } from './convene.ts'

test('[M16] two windows of one chair at once come to the same', async ({ somebody }) => {
  test.setTimeout(240_000)
  const one = await somebody('one')
  await signIn(one, 'linyafang')
  const { meetingId } = await convene(one)
  const url = `/meetings/${meetingId}/console`
  const two = await somebody('two')
  await signIn(two, 'linyafang')
  await goLive(one, url)
  await goLive(two, url)
  const press = ({ page }: Actor, name: string) =>
    page.getByRole('button', { name }).first().click()
  await Promise.all([press(one, '开始签到'), press(two, '开始签到')])
  for (const { page } of [one, two]) {
    // A press just after the other's falls on what took the button's place: it asks for a reason, and does nothing.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '写明理由，先开会' })).toBeVisible()
  }
  const up = '把“架空层晾晒时间”往前移'
  await Promise.all([press(one, up), press(two, up)])
  const order = ({ page }: Actor) => page.locator('nav .ag .b').allInnerTexts()
  await expect.poll(async () => (await order(one)).join()).toBe((await order(two)).join())
  await expect.poll(async () => (await order(one)).indexOf('架空层晾晒时间')).toBeLessThan(2)
})

test('the console is led from the keyboard alone', async ({ somebody }) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId } = await convene(chair)
  const { page } = chair
  await goLive(chair, `/meetings/${meetingId}/console`)
  const press = (name: string | RegExp, key: 'Enter' | 'Space' = 'Enter') =>
    pressByKey(page, page.getByRole('button', { name }).first(), key)
  await press('开始签到')
  await expect(page.getByRole('button', { name: '写明理由，先开会' })).toBeVisible()
  await press('把“架空层晾晒时间”往前移')
  await press(/^规则$/, 'Space')
  await expect(page.getByRole('dialog')).toContainText('本次会的规则')
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: '规则', exact: true })).toBeFocused()
  await press(/^大屏$/)
  await expect(page.getByRole('dialog')).toContainText('会场大屏')
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await test.step('what was done about somebody leads back to their line', async () => {
    await press('看名单，改到会')
    const list = page.getByRole('dialog')
    const more = list.getByRole('button', { name: /：更多$/ }).first()
    await pressByKey(page, more)
    const person = page.getByRole('dialog').last()
    await expect(person.getByText('登记回避')).toBeVisible()
    await tabTo(page, person.getByLabel('什么关系'))
    await page.keyboard.type('住在旁边')
    await pressByKey(page, person.getByRole('button', { name: '登记回避' }))
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(more).toBeFocused()
  })
})
