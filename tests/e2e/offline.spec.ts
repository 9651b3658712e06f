import { checkIn, expect, goLive, signIn, test, type Actor } from './actors.ts'
import { BALLOT_ITEM, convene } from './convene.ts'

const HOUR_MS = 3_600_000

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
