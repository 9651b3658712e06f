import { expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { BALLOT_ITEM, convene } from './convene.ts'

test('an evening, from the notice to the task that a decision leaves behind', async ({
  somebody,
}) => {
  test.setTimeout(300_000)
  const cadre = await somebody('cadre')
  await signIn(cadre, 'linyafang')
  const { meetingId, links, screenLink } = await test.step('1 convene', () => convene(cadre))

  const resident = await somebody('resident', { on: 'phone' })
  const neighbour = await somebody('neighbour', { on: 'phone', javaScript: false })
  const manager = await somebody('manager', { on: 'phone', language: 'en' })
  const officer = await somebody('officer', { on: 'phone' })
  const wall = await somebody('wall', { on: 'wall' })

  await test.step('2 be invited: what, when, where, and an answer', async () => {
    await resident.page.goto(links.resident)
    await expect(resident.page.getByText(BALLOT_ITEM.title)).toBeVisible()
    expect(await seriousFindings(resident.page)).toEqual([])
    await resident.page.getByText('我来', { exact: true }).click()
    await resident.page.getByRole('button', { name: '告诉社区' }).click()
    await expect(resident.page.getByText('记下了，您会来。到时见。')).toBeVisible()

    await neighbour.page.goto(links.neighbour)
    await neighbour.page.getByText('我来', { exact: true }).click()
    await neighbour.page.getByRole('button', { name: '告诉社区' }).click()
    await expect(neighbour.page.getByText('记下了，您会来。到时见。')).toBeVisible()

    await manager.page.goto(links.manager)
    await officer.page.goto(links.officer)
    const calendar = await resident.page.request.get(`/m/${meetingId}/calendar.ics`)
    expect(await calendar.text()).toContain('BEGIN:VEVENT')
  })

  const chair = cadre.page
  await test.step('3 check in by code, by form, and by the staff at the door', async () => {
    await goLive(cadre, `/meetings/${meetingId}/console`)
    await chair.getByRole('button', { name: '开始签到' }).click()
    await goLive(wall, screenLink)
    for (const actor of [resident, neighbour, manager, officer]) {
      await checkIn(actor, wall, meetingId)
    }
    await expect(wall.page.getByText('4', { exact: true }).first()).toBeVisible()
  })

  await test.step('4 hold it: open without one side, with a reason; speak in turn', async () => {
    await chair.getByRole('button', { name: '写明理由，先开会' }).click()
    const dialog = chair.getByRole('dialog')
    await dialog.getByText('已等 15 分钟，在场的人同意先开').click()
    await dialog.getByRole('button', { name: '宣布开会' }).click()
    await chair
      .getByRole('button', { name: new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`) })
      .click()
    await expect(wall.page.getByRole('heading', { level: 1 })).toContainText(BALLOT_ITEM.title)
    expect(await seriousFindings(wall.page)).toEqual([])

    await resident.page.getByRole('button', { name: '我反对' }).click()
    await expect(resident.page.getByText('已举手，您排第 1 位')).toBeVisible()
    await chair.getByRole('button', { name: '请发言' }).first().click()
    await expect(resident.page.getByText('轮到您发言了', { exact: true })).toBeVisible()
    await resident.page.getByRole('button', { name: '说完了' }).click()
    await expect(chair.getByText('现在没有人发言').first()).toBeVisible()
    expect(await seriousFindings(chair)).toEqual([])
  })

  await test.step('5 decide: one is cut off, one has no script, and each vote counts once', async () => {
    await chair.getByRole('button', { name: '问一遍：还有要说的吗' }).click()
    await chair.getByRole('button', { name: '开放表决' }).click()

    await resident.page.getByText('赞成', { exact: true }).first().click()
    await resident.wire.cut()
    await resident.page.getByRole('button', { name: '投出：赞成' }).click()
    await expect(resident.page.getByText('您的一票还没记上').first()).toBeVisible()

    await neighbour.page.goto(`/m/${meetingId}`)
    await neighbour.page.getByRole('radio', { name: /反对/ }).check()
    await neighbour.page
      .getByRole('button', { name: /核对|投出/ })
      .first()
      .click()
    const confirm = neighbour.page.getByRole('button', { name: /投出|就投这个/ })
    if ((await confirm.count()) > 0) await confirm.first().click()
    await expect(neighbour.page.getByText('您的一票已记录').first()).toBeVisible()

    await manager.page.getByText('For', { exact: true }).first().click()
    await manager.page.getByRole('button', { name: /^Cast/ }).click()
    await expect(manager.page.getByText('Your vote is recorded').first()).toBeVisible()

    resident.wire.mend()
    await expect(resident.page.getByText('您的一票已记录').first()).toBeVisible({
      timeout: 20_000,
    })
    expect(await seriousFindings(resident.page)).toEqual([])

    await chair.getByRole('button', { name: '关闭表决并计票' }).click()
    await chair.getByRole('button', { name: '关闭并计票' }).click()
    await expect(wall.page.getByText('通过').first()).toBeVisible()
    // Nobody at the table or on the wall was told who said what before it was over.
    expect(wall.wire.heard.join()).not.toMatch(/"choice"/)
  })

  await test.step('6 commit: a task with a lead and a day', async () => {
    await chair.getByRole('button', { name: '派任务' }).first().click()
    const dialog = chair.getByRole('dialog')
    await dialog.getByLabel('做什么').fill('装三块提示牌')
    await dialog.getByLabel('谁牵头').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: '定下来' }).click()
    await expect(dialog).toBeHidden()
    await expect(chair.getByText('装三块提示牌').first()).toBeVisible()
  })

  await test.step('a stranger without a link is shown nothing of it', async () => {
    const stranger = await somebody('stranger', { javaScript: false })
    for (const path of [`/m/${meetingId}`, `/desk/sessions/${meetingId}`]) {
      await stranger.page.goto(path)
      await expect(stranger.page.getByText(BALLOT_ITEM.proposal)).toHaveCount(0)
    }
  })
})

async function checkIn({ page }: Actor, wall: Actor, meetingId: string): Promise<void> {
  const code = await hallCode(wall)
  await page.goto(`/m/${meetingId}/checkin`)
  await page.locator('input[name=code]').fill(code)
  await page.locator('form:has(input[name=code]) button[type=submit]').click()
  await page.waitForURL(new RegExp(`/m/${meetingId}/?$`))
}

/** The six digits on the wall. */
async function hallCode({ page }: Actor): Promise<string> {
  const shown = page.getByText(/^\d{3}\s?\d{3}$/).first()
  await expect(shown).toBeVisible()
  return (await shown.innerText()).replace(/\D/g, '')
}
