import { checkIn, expect, goLive, signIn, test, type Actor } from './actors.ts'
import { BALLOT_ITEM, CONSENSUS_ITEM, convene } from './convene.ts'

const HOUR_MS = 3_600_000

/** What a page is told when its phone is put away, and taken out again; its socket is told nothing. */
async function inPocket(page: Actor['page'], away: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, away)
}

test('[L28] [L30] a phone without a network loses nothing, and says what waits', async ({
  somebody,
}) => {
  test.setTimeout(300_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const { page } = chair
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const resident = await somebody('resident', { on: 'phone' })
  const neighbour = await somebody('neighbour', { on: 'phone' })
  const manager = await somebody('manager', { on: 'phone' })
  const wall = await somebody('wall', { on: 'wall' })
  // This phone's clock is five hours ahead of everybody else's.
  await manager.page.clock.install({ time: Date.now() + 5 * HOUR_MS })
  for (const [actor, link] of [
    [resident, links.resident],
    [neighbour, links.neighbour],
    [manager, links.manager],
  ] as const) {
    await actor.page.goto(link)
  }
  await goLive(chair, `/meetings/${meetingId}/console`)
  await press('开始签到')
  await goLive(wall, screenLink)
  for (const actor of [resident, neighbour, manager]) await checkIn(actor, wall, meetingId)
  await press('写明理由，先开会')
  await page.getByRole('dialog').getByText('已等 15 分钟，在场的人同意先开').click()
  await page.getByRole('dialog').getByRole('button', { name: '宣布开会' }).click()
  await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
  const lost = ({ page: phone }: Actor) =>
    phone.getByText('网络断了，正在重连', { exact: false })

  await test.step('the banner comes, and the last state stays', async () => {
    await expect(resident.page.getByRole('button', { name: '我反对' })).toBeVisible()
    await resident.wire.cut()
    await expect(lost(resident)).toBeVisible()
  })

  await test.step('a hand raised meanwhile waits, says so, and is sent once', async () => {
    await resident.page.getByRole('button', { name: '我反对' }).click()
    await expect(resident.page.getByText('举手还没送到')).toBeVisible()
    await expect(page.getByText('现在没有人排队。')).toBeVisible()
    resident.wire.mend()
    await expect(resident.page.getByText('已举手，您排第 1 位')).toBeVisible({
      timeout: 20_000,
    })
    await expect(page.locator('tbody tr')).toHaveCount(1)
    const raised = wall.wire.heard.join().match(/"type":"hand-raised"/g) ?? []
    expect(raised).toHaveLength(1)
  })

  await test.step('a clock that is wrong by hours counts down with the others', async () => {
    await press('问一遍：还有要说的吗')
    await press('开放表决')
    const onWall = wall.page
      .locator('aside')
      .getByText(/^\d+:\d\d$/)
      .first()
    const onPhone = manager.page
      .locator('main')
      .getByText(/^\d+:\d\d$/)
      .first()
    await expect(onPhone).toBeVisible()
    const seconds = async (shown: typeof onWall) => {
      const [minutes = 0, rest = 0] = (await shown.innerText()).split(':').map(Number)
      return minutes * 60 + rest
    }
    expect(Math.abs((await seconds(onWall)) - (await seconds(onPhone)))).toBeLessThanOrEqual(2)
  })

  await test.step('a choice that is not yet cast survives two hundred things that others do', async () => {
    const chosen = neighbour.page.getByRole('radio', { name: '反对', exact: true })
    await neighbour.page.getByText('反对', { exact: true }).first().click()
    await expect(chosen).toBeChecked()
    await resident.page.getByText('赞成', { exact: true }).first().click()
    const state = await (await page.request.get(`/desk/sessions/${meetingId}/log.json`)).json()
    const seatId = JSON.stringify(state).match(/"seatId":"([^"]+)"/)?.[1] ?? ''
    expect(seatId).not.toBe('')
    const before = wall.wire.heard.length
    for (let count = 0; count < 100; count += 1) {
      for (const type of ['withdraw-hand', 'raise-hand']) {
        await resident.page.request.post(`/m/${meetingId}/act`, {
          form: { type, seatId, stance: 'against' },
          headers: { Origin: new URL(page.url()).origin },
          maxRedirects: 0,
        })
      }
    }
    const told = wall.wire.heard.slice(before).join()
    expect((told.match(/"type":"hand-(raised|withdrawn)"/g) ?? []).length).toBeGreaterThan(150)
    await expect(chosen).toBeChecked()
    await expect(neighbour.page.getByRole('button', { name: '投出：反对' })).toBeEnabled()
  })

  await test.step('two pages of one person agree', async () => {
    const second = await neighbour.context.newPage()
    await second.goto(`/m/${meetingId}`)
    await neighbour.page.getByRole('button', { name: '投出：反对' }).click()
    await expect(neighbour.page.getByText('您的一票已记录').first()).toBeVisible()
    await expect(second.getByText('您的一票已记录').first()).toBeVisible()
    await second.close()
  })

  await test.step('a vote confirmed offline is not yet recorded; a reload asks before it goes again', async () => {
    await resident.wire.cut()
    await resident.page.getByRole('button', { name: '投出：赞成' }).click()
    await expect(resident.page.getByText('您的一票还没记上').first()).toBeVisible()
    await resident.page.reload()
    await expect(resident.page.getByText('您的一票可能还没记上')).toBeVisible()
    resident.wire.mend()
    await resident.page.getByRole('button', { name: '再送一次：赞成' }).click()
    await expect(resident.page.getByText('您的一票已记录').first()).toBeVisible({
      timeout: 20_000,
    })
  })

  await test.step('[L4] out of a pocket, its line dead without knowing it, a phone knows what happened', async () => {
    const { page: phone } = neighbour
    await phone.getByRole('button', { name: '回到会议' }).click()
    await inPocket(phone, true)
    neighbour.wire.deafen()
    await press('大屏')
    const dialog = page.getByRole('dialog').last()
    await dialog.getByLabel('给会场的一句话').fill('东门的车请挪一下')
    await dialog.getByRole('button', { name: '显示', exact: true }).click()
    await expect(dialog.getByRole('button', { name: '撤下这句话' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(phone.getByText('东门的车请挪一下')).toHaveCount(0)
    await inPocket(phone, false)
    // Asked at once, given up after three seconds, and joined anew: no banner comes of it.
    await expect(phone.getByText('东门的车请挪一下').first()).toBeVisible({ timeout: 8000 })
  })

  await test.step('one that comes after the close is dropped, with words', async () => {
    await manager.page.getByText('赞成', { exact: true }).first().click()
    await manager.wire.cut()
    await manager.page.getByRole('button', { name: '投出：赞成' }).click()
    await expect(manager.page.getByText('您的一票还没记上').first()).toBeVisible()
    await press('关闭表决并计票')
    await page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }).click()
    await expect(page.getByRole('alertdialog')).toBeHidden()
    manager.wire.mend()
    await expect(
      manager.page.getByText('表决已经关闭，这一票没有记上', { exact: false }).first(),
    ).toBeVisible({ timeout: 20_000 })
  })
})

test('[L41] without a network the pages of a meeting open, and what one wants to write in', async ({
  somebody,
}) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const { page } = chair
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const resident = await somebody('resident', { on: 'phone' })
  const neighbour = await somebody('neighbour', { on: 'phone' })
  const wall = await somebody('wall', { on: 'wall' })
  // To this phone the sheet’s file does not come, though the rest does.
  const file = /\/objection-sheet-[^/]*\.js/
  await neighbour.page.route(file, (route) => route.abort())
  await resident.page.goto(links.resident)
  await neighbour.page.goto(links.neighbour)
  await goLive(chair, `/meetings/${meetingId}/console`)
  await press('开始签到')
  await goLive(wall, screenLink)
  for (const actor of [resident, neighbour]) await checkIn(actor, wall, meetingId)
  await press('写明理由，先开会')
  await page.getByRole('dialog').getByText('已等 15 分钟，在场的人同意先开').click()
  await page.getByRole('dialog').getByRole('button', { name: '宣布开会' }).click()
  const here = page.waitForTimeout(5000)
  await press(new RegExp(`^开始这一项.*${CONSENSUS_ITEM.title}`))
  await press('问一遍：还有要说的吗')
  await press('先问一句：有没有不同意见')
  const objects = ({ page: phone }: Actor) =>
    phone.getByRole('button', { name: '我有不同意见' })
  await expect(objects(resident)).toBeVisible()
  await here

  await test.step('papers, agenda, my own page, and back', async () => {
    await resident.context.setOffline(true)
    await resident.wire.cut()
    const { page: phone } = resident
    await expect(
      phone.getByText('看材料、看议程、记笔记都不受影响', { exact: false }),
    ).toBeVisible()
    for (const [tab, title] of [
      [/^材料/, '材料'],
      ['议程', '议程'],
    ] as const) {
      await phone.getByRole('navigation').getByRole('link', { name: tab }).click()
      await expect(phone.getByRole('heading', { name: title }).first()).toBeVisible()
      await expect(phone.getByText(CONSENSUS_ITEM.title).first()).toBeVisible()
    }
    await phone.getByRole('navigation').getByRole('link', { name: /^材料/ }).click()
    for (const rule of [
      '不打断别人',
      '一次只议一件事',
      '“还有要说的吗”',
      '时间到了，发言自动结束',
    ]) {
      await expect(phone.getByText(rule, { exact: false })).toBeVisible()
    }
    await phone.getByRole('navigation').getByRole('link', { name: '我的' }).click()
    await expect(phone.getByRole('heading', { name: '我的笔记' })).toBeVisible()
    await phone.getByRole('navigation').getByRole('link', { name: '现在' }).click()
    await expect(phone.getByText(CONSENSUS_ITEM.proposal).first()).toBeVisible()
  })

  await test.step('an objection is written, says that it did not go, and goes once there is a network', async () => {
    const { page: phone } = resident
    await objects(resident).click()
    const sheet = phone.getByRole('dialog')
    await sheet.getByRole('textbox').fill('9 点太早')
    await sheet.getByRole('button', { name: '我不能接受，再商量' }).click()
    await expect(sheet.getByRole('alert')).toContainText('没有送到')
    await expect(sheet.getByRole('textbox')).toHaveValue('9 点太早')
    await resident.context.setOffline(false)
    resident.wire.mend()
    await expect(phone.getByText('网络断了，正在重连', { exact: false })).toHaveCount(0, {
      timeout: 20_000,
    })
    await sheet.getByRole('button', { name: '我不能接受，再商量' }).click()
    await expect(page.getByText('9 点太早')).toBeVisible()
  })

  await test.step('a sheet whose file did not come says so, and opens once it has', async () => {
    const { page: phone } = neighbour
    await objects(neighbour).click()
    const sheet = phone.getByRole('dialog')
    await expect(sheet).toContainText('还差一点没下载完')
    await neighbour.page.unroute(file)
    await expect(sheet.getByRole('textbox')).toBeVisible({ timeout: 20_000 })
  })
})
