import { expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { drawBeforeTidying, pressByKey, tabTo } from './by-key.ts'
import { BALLOT_ITEM, CONSENSUS_ITEM, convene } from './convene.ts'

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
  await drawBeforeTidying(page)
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

test('a whole session is led from the keyboard alone, and each state can be read by a machine', async ({
  somebody,
}) => {
  test.setTimeout(600_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId } = await convene(chair)
  const { page } = chair
  await goLive(chair, `/meetings/${meetingId}/console`)
  const dialog = page.getByRole('dialog').last()
  const press = (name: string | RegExp) =>
    pressByKey(page, page.getByRole('button', { name }).first())
  /** In the dialog that is open, by key; then it is gone. */
  const answer = async (name: string) => {
    await pressByKey(page, dialog.getByRole('button', { name, exact: true }))
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const write = async (label: string, words: string) => {
    await tabTo(page, dialog.getByLabel(label))
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(words)
  }
  const choose = async (label: string, rows: number) => {
    await tabTo(page, dialog.getByLabel(label))
    for (let row = 0; row < rows; row += 1) await page.keyboard.press('ArrowDown')
  }
  /** Nothing to complain of, and the keyboard is not lost at the top of the page. */
  const sound = (state: string) =>
    test.step(state, async () => {
      expect.soft(await seriousFindings(page), state).toEqual([])
      await expect
        .poll(() => page.evaluate(() => document.activeElement !== document.body), state)
        .toBe(true)
    })

  expect(await seriousFindings(page)).toEqual([])
  await press('开始签到')
  await sound('doors open')
  await press('看名单，改到会')
  for (let who = 0; who < 5; who += 1) {
    const away = dialog.getByRole('button', { pressed: false }).filter({ hasText: '没到' })
    await pressByKey(page, away.first())
    await press('人在会场，手机不方便')
    await pressByKey(page, dialog.getByRole('button', { name: '记为到会', exact: true }))
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(dialog.locator('button[aria-pressed=true]:focus')).toHaveCount(1)
  }
  await sound('the list of who is here')
  await page.keyboard.press('Escape')
  await press('宣布开会')
  await sound('between items')
  await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
  await sound('an item')

  for (const stance of [0, 1]) {
    await press('替人举手')
    await choose('替谁举手', 1)
    await tabTo(page, dialog.getByRole('radio', { checked: true }))
    for (let step = 0; step < stance; step += 1) await page.keyboard.press('ArrowUp')
    await write('见证人', '陈伟')
    await sound('a hand for somebody')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await pressByKey(
    page,
    page
      .locator('tbody tr')
      .nth(1)
      .getByRole('button', { name: /往前移$/ }),
  )
  await press('请第一位发言')
  await press('+30 秒')
  await sound('somebody speaks')
  await press('请停一下')
  await press('请第一位发言')
  await press('说完了')
  await sound('nobody speaks')

  await press('测温')
  await answer('开始')
  await sound('a look at the room')
  await press('结束，看结果')
  await sound('what came of it')

  await press('记一个动议')
  await choose('谁提的', 1)
  await write('选项', '早上 7 点前')
  await page.keyboard.press('Enter')
  await page.keyboard.type('晚上 8 点后')
  await answer('记下')
  await sound('a motion')
  await press('记附议')
  await choose('谁附议', 1)
  await answer('记附议')
  await press('撤回')
  await write('理由', '按通知里的文字表决')
  await answer('撤回')

  await press('问一遍：还有要说的吗')
  await press('先问一句：有没有不同意见')
  await sound('does anybody object')
  await press('没形成共识，再商量')
  await tabTo(page, page.locator('input[name=secrecy]:checked'))
  await page.keyboard.press('ArrowRight')
  await press('开放表决')
  await sound('a ballot is open')
  await press('关闭表决并计票')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await sound('close it?')
  await pressByKey(
    page,
    page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }),
  )
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await sound('a result')

  await press(new RegExp(`^开始这一项.*${CONSENSUS_ITEM.title}`))
  await press('问一遍：还有要说的吗')
  await press('先问一句：有没有不同意见')
  await press('没有不同意见，形成共识')
  await sound('agreed')
  await press('派任务')
  await choose('谁牵头', 1)
  await sound('a task')
  await answer('定下来')
  await expect(page.getByText('牵头', { exact: false }).first()).toBeVisible()

  await press('休会')
  await tabTo(page, dialog.getByRole('radio', { checked: true }))
  await page.keyboard.press('ArrowLeft')
  await sound('a break is set')
  await answer('开始休息')
  await sound('a break')
  await press('继续开会')
  await press('交接主持')
  await sound('the chair is handed over')
  await page.keyboard.press('Escape')
  await press('散会待续')
  await press('停电')
  await answer('散会待续')
  await sound('broken off')
  // Everybody is still here, so nothing is asked.
  await press('复会')
  await sound('reopened')
  await press(/^散会$/)
  await answer('散会')
  await expect(page.getByRole('link', { name: '去写纪要' })).toBeVisible()
  await sound('over')
})
