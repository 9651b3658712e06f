import { checkIn, expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { BALLOT_ITEM, CONSENSUS_ITEM, convene } from './convene.ts'

test('[M27] a whole evening is chaired from a phone, with buttons', async ({ somebody }) => {
  test.setTimeout(600_000)
  const chair = await somebody('chair', { on: 'phone' })
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const { page } = chair
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const tab = (name: '议程' | '现在' | '到会和表决') =>
    page.getByRole('group', { name: '看哪一块' }).getByRole('button', { name }).click()
  const dialog = page.getByRole('dialog').last()
  /** Presses inside the dialog that is open, and waits until it is gone. */
  const settle = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const fits = async () => {
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      'nothing is wider than the phone',
    ).toBeLessThanOrEqual(390)
    expect(await seriousFindings(page)).toEqual([])
  }

  const resident = await somebody('resident', { on: 'phone' })
  const neighbour = await somebody('neighbour', { on: 'phone' })
  const manager = await somebody('manager', { on: 'phone', language: 'en' })
  const wall = await somebody('wall', { on: 'wall' })
  for (const [actor, link] of [
    [resident, links.resident],
    [neighbour, links.neighbour],
    [manager, links.manager],
  ] as const) {
    await actor.page.goto(link)
  }

  await test.step('doors: some come by code, one is ticked off by hand, and the room is counted', async () => {
    await goLive(chair, `/meetings/${meetingId}/console`)
    await press('开始签到')
    await goLive(wall, screenLink)
    for (const actor of [resident, neighbour, manager]) await checkIn(actor, wall, meetingId)
    await page
      .getByRole('button', { pressed: false })
      .filter({ hasText: '没到' })
      .first()
      .click()
    await dialog.getByRole('button', { name: '人在会场，手机不方便' }).click()
    await settle('记为到会')
    await tab('到会和表决')
    await expect(
      page
        .getByText('4/5')
        .or(page.getByText('缺', { exact: false }))
        .first(),
    ).toBeVisible()
    await fits()
    await tab('现在')
    await fits()
    await press('写明理由，先开会')
    await dialog.getByRole('button', { name: '已等 15 分钟，在场的人同意先开' }).click()
    await settle('宣布开会')
  })

  await test.step('agenda: another order, one put aside and taken up, one put off', async () => {
    await tab('议程')
    await press(`把“${CONSENSUS_ITEM.title}”往前移`)
    await expect(page.locator('.ag .b').first()).not.toHaveText(BALLOT_ITEM.title)
    await press(`先跳过“${BALLOT_ITEM.title}”`)
    await dialog.getByRole('button', { name: '等人到了再议' }).click()
    await settle('先跳过')
    await expect(page.getByText('先跳过 · 等人到了再议')).toBeVisible()
    await fits()
    const last = page.locator('.ag').last()
    const put = await last.locator('.b').innerText()
    await last.getByRole('button', { name: /转到下次会/ }).click()
    await dialog.getByRole('button', { name: '今晚时间不够' }).click()
    await settle('转到下次')
    await expect(page.locator('.ag').filter({ hasText: put })).toContainText('转到下次')
    await resident.page.getByRole('navigation').getByRole('link', { name: '议程' }).click()
    await expect(resident.page.getByText('转到下次 · 今晚时间不够')).toBeVisible()
    await resident.page.getByRole('navigation').getByRole('link', { name: '现在' }).click()
    await press('临时加一项')
    await page.getByLabel('通知里没有', { exact: false }).fill(ADDED)
    await page.getByLabel('议多久').selectOption({ label: '15 分钟' })
    await page.getByRole('button', { name: '记下', exact: true }).click()
    const added = page.locator('.ag').filter({ hasText: ADDED })
    await expect(added).toContainText('15 分')
    await expect(added).toContainText('只讨论')
    await fits()
    await press(new RegExp(`^开始这一项.*${ADDED}`))
    await tab('到会和表决')
    await expect(page.getByText('今晚只能讨论，不能表决', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: '开放表决' })).toHaveCount(0)
    await tab('议程')
    await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
    await tab('现在')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(BALLOT_ITEM.title)
    await fits()
  })

  await test.step('speakers: a queue, another order, the floor given, prolonged and taken', async () => {
    await resident.page.getByRole('button', { name: '我反对' }).click()
    await neighbour.page.getByRole('button', { name: '我赞成' }).click()
    await manager.page.getByRole('button', { name: /For/ }).click()
    const rows = page.locator('tbody tr')
    await expect(rows).toHaveCount(3)
    const third = await rows.nth(2).locator('b').first().innerText()
    await rows
      .nth(2)
      .getByRole('button', { name: /往前移/ })
      .click()
    await expect(rows.nth(1)).toContainText(third)
    await fits()
    await press('请第一位发言')
    await press('+30 秒')
    await press('请停一下')
    await expect(rows).toHaveCount(2)
    await press('请第一位发言')
    await press('说完了，请下一位')
    await expect(rows).toHaveCount(0)
    await press('说完了')
    await expect(page.getByText('现在没有人发言').first()).toBeVisible()
  })

  await test.step('a warning, told to whoever it is for, and lifted again', async () => {
    await tab('到会和表决')
    await press('看名单，改到会')
    const list = dialog
    const more = list.getByRole('button', { name: /：更多$/ }).nth(1)
    await more.click()
    await dialog.getByRole('button', { name: '打断别人' }).click()
    await dialog.getByRole('button', { name: '提醒一次' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await fits()
    const toldOn = async () => {
      const phones = [resident, neighbour, manager].map(({ page: phone }) => phone)
      const seen = await Promise.all(
        phones.map((phone) => phone.getByText(/提醒过您 1 次|warned you once/).isVisible()),
      )
      return seen.filter(Boolean).length
    }
    await expect.poll(toldOn, 'only whoever was warned').toBe(1)
    await more.click()
    await dialog.getByText('撤销一次').first().click()
    await dialog.getByLabel('为什么撤销').fill('听错了')
    await dialog.getByRole('button', { name: '撤销一次' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect.poll(toldOn).toBe(0)
  })

  await test.step('an interest of their own: they observe this item, and are told so', async () => {
    const more = dialog.getByRole('button', { name: /：更多$/ }).nth(1)
    await more.click()
    await dialog.getByLabel('哪一项').selectOption({ label: BALLOT_ITEM.title })
    await dialog.getByLabel('什么关系').fill('家里养三条狗')
    await dialog.getByRole('button', { name: '登记回避' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(dialog.getByText('这一项回避')).toBeVisible()
    await expect(neighbour.page.getByText('您列席这一项')).toBeVisible()
    await expect(resident.page.getByText('您列席这一项')).toHaveCount(0)
    await more.click()
    await dialog.getByLabel('为什么不用回避', { exact: false }).fill('弄错了人')
    await dialog.getByRole('button', { name: '取消回避' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(neighbour.page.getByText('您列席这一项')).toHaveCount(0)
    // Whoever knows it better than the chair says so themselves.
    await settle('关闭')
    const { page: phone } = neighbour
    await phone.getByRole('navigation').getByRole('link', { name: '我的' }).click()
    await phone.getByText('有一项和我有利害关系').click()
    await phone.getByRole('button', { name: `这一项我回避：${BALLOT_ITEM.title}` }).click()
    await expect(phone.getByText(`已登记，您列席：${BALLOT_ITEM.title}`)).toBeVisible()
    expect(await seriousFindings(phone)).toEqual([])
    await phone.getByRole('navigation').getByRole('link', { name: '现在' }).click()
    await expect(phone.getByText('您列席这一项')).toBeVisible()
    await press('看名单，改到会')
    await more.click()
    await dialog.getByLabel('为什么不用回避', { exact: false }).fill('商量过了')
    await dialog.getByRole('button', { name: '取消回避' }).click()
    await expect(phone.getByText('您列席这一项')).toHaveCount(0)
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await settle('关闭')
  })

  await test.step('temperature: three answer, and nothing is told of so few', async () => {
    await tab('议程')
    await press('测温')
    await settle('开始')
    for (const { page: phone } of [resident, neighbour]) {
      await phone.getByRole('button', { name: '可以', exact: true }).click()
      await expect(phone.getByText('已记下，谢谢。')).toBeVisible()
    }
    await tab('到会和表决')
    await fits()
    await press('结束，看结果')
    await expect(page.getByText('不满 5 人，不显示。')).toBeVisible()
    expect(wall.wire.heard.join()).not.toMatch(/"green"/)
  })

  await test.step('a motion with options, seconded from a phone, its words mended in the open', async () => {
    await press('记一个动议')
    const who = dialog.getByLabel('谁提的')
    await who.selectOption({ label: await optionWith(who, '物业') })
    await dialog.getByLabel('动议的文字').fill(MOTION)
    await dialog.getByLabel('选项').fill('早上 7 点前\n早上 8 点前')
    await settle('记下')
    await expect(page.getByText('待附议')).toBeVisible()
    await resident.page.getByRole('button', { name: '我附议' }).click()
    await expect(page.getByText('正在议').first()).toBeVisible()
    await press('改文字')
    await dialog.getByLabel('为什么改').fill('说清楚牵绳')
    await dialog.getByLabel('动议的文字').fill(`${MOTION}，都牵绳`)
    await settle('改')
    await expect(neighbour.page.getByText(`${MOTION}，都牵绳`).first()).toBeVisible()
    await fits()
    await press('撤回')
    await dialog.getByLabel('理由').fill('按通知里的文字表决')
    await settle('撤回')
    await expect(page.getByText('还没有人提动议', { exact: false })).toBeVisible()
  })

  await test.step('from what is now to the decision, and every way of voting set up on the phone', async () => {
    await tab('现在')
    await fits()
    await press('定这一项')
    const method = page.getByLabel('用什么办法表决')
    const option = (number: number) => page.getByLabel(`选项 ${number}`, { exact: true })
    for (const [name, field] of [
      ['单选', null],
      ['多选（认可投票）', '每人最多选几项'],
      ['排先后', '怎么数'],
      ['选人（差额选举）', '几个名额'],
      ['五指表态', null],
      ['赞成或反对', null],
    ] as const) {
      await method.selectOption({ label: name })
      if (field) await expect(page.getByLabel(field)).toBeVisible()
      await expect(option(1)).toHaveCount(/单选|多选|排先后|选人/.test(name) ? 1 : 0)
      await fits()
    }
    await method.selectOption({ label: '排先后' })
    await page.getByLabel('怎么数').selectOption({ index: 1 })
    await option(1).fill('早上 8 点前')
    await option(2).fill('早上 7 点前')
    await page.getByRole('button', { name: '加一个选项' }).click()
    await option(3).fill('晚上 8 点后')
    await page.getByRole('button', { name: '把选项 2 往上移' }).click()
    await expect(option(1)).toHaveValue('早上 7 点前')
    await fits()
    await press('问一遍：还有要说的吗')
    await page.getByRole('radio', { name: '记名', exact: true }).check()
    await press('开放表决')
    // What the chair has opened is before them, and the button that closes it.
    await expect(page.getByRole('button', { name: '关闭表决并计票' })).toBeVisible()
    await expect(resident.page.getByRole('button', { name: /晚上 8 点后/ })).toBeVisible()
    await fits()
    await press('作废，重新表决')
    await dialog.getByRole('button', { name: '关早了，还有人没投' }).click()
    await settle('作废')
    await tab('到会和表决')
  })

  await test.step('any more? an open ballot, then void, then a secret one', async () => {
    await page.getByRole('radio', { name: '记名', exact: true }).check()
    await press('开放表决')
    await vote(resident, '赞成')
    await expect(resident.page.getByText('表决结束前可以改').first()).toBeVisible()
    await fits()
    await press('作废，重新表决')
    await dialog.getByRole('button', { name: '关早了，还有人没投' }).click()
    await settle('作废')
    await tab('到会和表决')
    await page.getByRole('radio', { name: '不记名', exact: true }).check()
    await press('开放表决')
    await expect(resident.page.getByText('不记名。', { exact: false }).first()).toBeVisible()
    await vote(resident, '赞成')
    await vote(neighbour, '赞成')
    await vote(manager, 'For')
    await expect(page.getByRole('status').filter({ hasText: '人已投' })).toContainText('3')
    await press('关闭表决并计票')
    await page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }).click()
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await expect(page.getByText('只公布结果', { exact: false }).first()).toBeVisible()
    await fits()
  })

  await test.step('a task for what was agreed', async () => {
    for (const each of [resident, neighbour, manager]) {
      await each.page.getByRole('button', { name: /回到会议|Back to the meeting/ }).click()
    }
    const add = page.getByRole('button', { name: '派任务' })
    await expect(add).toBeVisible()
    await add.click()
    await dialog.getByLabel('做什么').fill('装提示牌')
    await dialog.getByLabel('谁牵头').selectOption({ index: 1 })
    await fits()
    await settle('定下来')
    await expect(page.getByText('装提示牌').first()).toBeVisible()
  })

  await test.step('a break with a clock, and on', async () => {
    await press('休会')
    await dialog.getByRole('radio', { name: '10 分钟' }).check()
    await settle('开始休息')
    await expect(wall.page.getByText(/休息|休会/).first()).toBeVisible()
    await expect(resident.page.getByText('休会中', { exact: true })).toBeVisible()
    await press('继续开会')
    await expect(resident.page.getByText('休会中', { exact: true })).toHaveCount(0)
  })

  await test.step('the chair goes to a delegate, who leads from their own phone, and back', async () => {
    await tab('议程')
    await press('交接主持')
    const to = dialog.getByLabel('交给谁')
    await expect(to.locator('option', { hasText: '许晓燕' })).toHaveCount(1)
    await to.selectOption({ label: await optionWith(to, '居民') })
    await settle('交接')
    const told = ({ page: phone }: Actor) => phone.getByText('现在由您主持').isVisible()
    await expect.poll(async () => (await told(resident)) || (await told(neighbour))).toBe(true)
    const led = (await told(resident)) ? resident : neighbour
    await led.page.getByRole('link', { name: '打开主持台' }).click()
    await led.page.waitForURL(/\/console$/)
    await led.page
      .getByRole('group', { name: '看哪一块' })
      .getByRole('button', { name: '议程' })
      .click()
    await led.page
      .getByRole('button', { name: new RegExp(`^开始这一项.*${CONSENSUS_ITEM.title}`) })
      .click()
    await expect(wall.page.getByRole('heading', { level: 1 })).toContainText(
      CONSENSUS_ITEM.title,
    )
    await press('收回主持')
    await dialog.getByRole('button', { name: '已经说完' }).click()
    await settle('收回主持')
    await expect(led.page.getByText('您已经把主持交出去了。')).toBeVisible()
    await led.page.getByRole('link', { name: '回到您的座位' }).click()
    await led.page.waitForURL(new RegExp(`/m/${meetingId}/?$`))
  })

  await test.step('consensus with a reservation that the log keeps', async () => {
    await tab('到会和表决')
    await press('问一遍：还有要说的吗')
    await press('先问一句：有没有不同意见')
    await neighbour.page.getByRole('button', { name: '我有不同意见' }).click()
    await neighbour.page.getByLabel('您不同意的是什么').fill('9 点太早')
    await neighbour.page.getByRole('button', { name: '我不能接受，再商量' }).click()
    await expect(page.getByText('9 点太早')).toBeVisible()
    await fits()
    await expect(page.getByRole('button', { name: '没有不同意见，形成共识' })).toBeDisabled()
    await neighbour.page.getByRole('button', { name: '收回' }).click()
    await neighbour.page.getByRole('button', { name: '我有不同意见' }).click()
    await neighbour.page.getByLabel('您不同意的是什么').fill('9 点太早，可以先试')
    await neighbour.page.getByRole('button', { name: '我有保留，可以这样定' }).click()
    await expect(neighbour.page.getByText('已记下您保留意见')).toBeVisible()
    expect(await seriousFindings(neighbour.page)).toEqual([])
    await expect(page.getByText('9 点太早，可以先试')).toBeVisible()
    await fits()
    await press('形成共识，记下 1 人保留意见')
    await expect(wall.page.getByText('1 人保留意见，已经记下', { exact: false })).toBeVisible()
    expect(wall.wire.heard.join()).not.toContain('可以先试')
  })

  await test.step('broken off, reopened the same evening, and closed', async () => {
    await tab('议程')
    await press('散会待续')
    await dialog.getByRole('button', { name: '停电' }).click()
    await settle('散会待续')
    await press('复会')
    await dialog.getByRole('button', { name: '在场的人同意继续' }).click()
    await settle('复会')
    await press(/^散会$/)
    await fits()
    await settle('散会')
    await expect(resident.page.getByText('会开完了').first()).toBeVisible()
    await tab('现在')
    await expect(page.getByRole('link', { name: '去写纪要' })).toBeVisible()
    await fits()
  })

  await test.step('what was put off is on the next plan, which says from where and why', async () => {
    await page.goto('/desk/sessions/new')
    await page.locator('select[name=compoundId]').selectOption({ label: '祥和里' })
    await page.getByRole('button', { name: '下一步：时间' }).click()
    await page.getByRole('button', { name: '下一步：议程' }).click()
    const from = page.getByText('上次没议成，转到这次：今晚时间不够', { exact: false })
    await expect(from).toBeVisible()
    await expect(from.getByRole('link')).toHaveAttribute('href', `/desk/sessions/${meetingId}`)
    await fits()
  })
})

const ADDED = '东门的路灯'
const MOTION = '早上 7 点前遛狗'

async function vote({ page }: Actor, choice: string): Promise<void> {
  await page.getByText(choice, { exact: true }).first().click()
  await page.getByRole('button', { name: /^(投出|Cast)/ }).click()
  await expect(page.getByText(/您的一票已记录|Your vote is recorded/).first()).toBeVisible()
}

async function optionWith(
  select: ReturnType<Actor['page']['getByLabel']>,
  text: string,
): Promise<string> {
  return (await select.locator('option', { hasText: text }).first().innerText()).trim()
}
