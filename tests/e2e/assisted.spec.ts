import { checkIn, expect, goLive, seriousFindings, signIn, test } from './actors.ts'
import { BALLOT_ITEM, convene } from './convene.ts'

const WITNESS = '陈伟'

test('[L32] [M27] somebody without a phone is let in, speaks and votes with a witness; the chair goes to the recorder and back', async ({
  somebody,
}) => {
  test.setTimeout(420_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const recorder = await somebody('recorder', { on: 'phone' })
  await signIn(recorder, 'xuxiaoyan')
  const wall = await somebody('wall', { on: 'wall' })
  const resident = await somebody('resident', { on: 'phone' })
  await resident.page.goto(links.resident)
  const { page } = chair
  const door = recorder.page
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const settle = async (name: string) => {
    await page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await goLive(chair, `/meetings/${meetingId}/console`)
  await press('开始签到')

  await test.step('the chair is the only one here: it can be handed over, and comes back', async () => {
    await press('交接主持')
    const to = page.getByRole('dialog').getByLabel('交给谁')
    // Nobody of the delegates has come, so only staff are offered.
    await expect(to.locator('option[value^="seat:"]')).toHaveCount(0)
    const label = await to.locator('option', { hasText: '许晓燕' }).innerText()
    await to.selectOption({ label })
    await settle('交接')
    await expect(page.getByRole('button', { name: '收回主持' })).toBeVisible()
    await goLive(recorder, `/meetings/${meetingId}/console`)
    await door
      .getByRole('group', { name: '看哪一块' })
      .getByRole('button', { name: '议程' })
      .click()
    await door.getByRole('button', { name: '交接主持' }).first().click()
    const back = door.getByRole('dialog').getByLabel('交给谁')
    const chairs = await back.locator('option', { hasText: '林雅芳' }).innerText()
    await back.selectOption({ label: chairs })
    await door.getByRole('dialog').getByRole('button', { name: '交接', exact: true }).click()
    await expect(page.getByRole('button', { name: '交接主持' })).toBeVisible()
  })

  const elder = await test.step('the door lets two in who have no phone', async () => {
    await goLive(wall, screenLink)
    await checkIn(resident, wall, meetingId)
    await goLive(recorder, `/meetings/${meetingId}/door`)
    const checks = door.getByRole('button', { name: /^签到/ })
    const before = await checks.count()
    await door.getByRole('searchbox').fill('业委会')
    await checks.first().click()
    await door.getByRole('searchbox').fill('')
    await expect(checks).toHaveCount(before - 1)
    await checks.first().click()
    await expect(checks).toHaveCount(before - 2)
    await door.getByRole('searchbox').fill('业委会')
    const help = door.getByRole('button', { name: /^帮忙/ })
    await expect(help).toHaveCount(1)
    await help.click()
    const name = await door.getByRole('dialog').getByRole('heading').first().innerText()
    await door.getByRole('button', { name: '关闭' }).click()
    return name
  })

  await press('写明理由，先开会')
  await page.getByRole('dialog').getByText('已等 15 分钟，在场的人同意先开').click()
  await settle('宣布开会')
  await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))

  await test.step('a hand goes up for them, with a witness, and the chair sees whose it is', async () => {
    await door.getByRole('button', { name: /^帮忙/ }).first().click()
    await door.getByText('替他举手').click()
    await door.getByRole('dialog').getByText('反对', { exact: true }).click()
    const witness = door.getByRole('dialog').getByLabel(/见证人姓名/)
    await witness.fill(WITNESS)
    expect(await seriousFindings(door)).toEqual([])
    await door.getByRole('button', { name: '举手，记下是代举' }).click()
    await expect(door.getByText('已经举手，在排队。')).toBeVisible()
    await door.getByRole('button', { name: '关闭' }).click()
    const row = page.locator('tbody tr', { hasText: elder })
    await expect(row).toContainText(`工作人员代举，见证人${WITNESS}`)
    expect(await seriousFindings(page)).toEqual([])
    // The witness is nobody's business at the table.
    expect(resident.wire.heard.join()).not.toContain(WITNESS)
    await press('请第一位发言')
    await press('说完了')
  })

  await test.step('their vote is entered with a witness, who is not whoever enters it', async () => {
    await press('问一遍：还有要说的吗')
    await page.getByRole('radio', { name: '记名', exact: true }).check()
    await press('开放表决')
    await door.getByRole('button', { name: /^帮忙/ }).first().click()
    const form = door.locator('form:has(input[name=confirmed])')
    await form.getByText('反对', { exact: true }).click()
    await form.locator('input[name=witness]').fill('许晓燕')
    await door.locator('label:has(input[name=confirmed])').click()
    await form.locator('button[type=submit]').click()
    await expect(door.getByRole('alert').filter({ hasText: '见证人' })).toBeVisible()
    await form.locator('input[name=witness]').fill(WITNESS)
    expect(await seriousFindings(door)).toEqual([])
    await form.locator('button[type=submit]').click()
    await expect(door.getByText(/回执号/).first()).toBeVisible()
    expect(await seriousFindings(door)).toEqual([])
    await expect(page.getByRole('status').filter({ hasText: '人已投' })).toContainText('1')
    await press('关闭表决并计票')
    await page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }).click()
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await press(/^散会$/)
    await settle('散会')
  })

  await test.step('the minutes say that it was raised for them, and how long each side and each person spoke', async () => {
    await page.goto(`/desk/sessions/${meetingId}/minutes/print`)
    const paper = page.locator('article.a4')
    await expect(paper).toContainText(`工作人员替${elder}举手，见证人${WITNESS}`)
    await expect(paper).toContainText(/业委会1人次，\d+秒。/)
    const spoke = paper.getByRole('row').filter({ hasText: elder })
    await expect(spoke).toHaveText(new RegExp(`^${elder}1次\\d+秒$`))
    await expect(paper).toContainText('反对1人')
    await page.goto(`/desk/sessions/${meetingId}/minutes`)
    await expect(page.locator('[data-pane=log]')).toContainText('主持交给别人')
  })
})
