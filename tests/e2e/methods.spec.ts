import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { checkIn, expect, goLive, seriousFindings, signIn, test } from './actors.ts'
import { publishAll, writeItDown } from './after-the-evening.ts'
import { BALLOT_ITEM, convene } from './convene.ts'

const MOTION = '充电棚建在哪个门，三个里选一个'
const [EAST, WEST, NORTH] = ['东门旁的空地', '西门岗亭后', '北门花坛边'] as const
const run = promisify(execFile)

test('[M40, M41] a motion’s options are ranked on every kind of phone, counted in rounds, published and counted again', async ({
  somebody,
}, testInfo) => {
  test.setTimeout(420_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const resident = await somebody('resident', { on: 'phone' })
  const elder = await somebody('elder', { on: 'phone' })
  const manager = await somebody('manager', { on: 'phone', javaScript: false })
  const recorder = await somebody('recorder', { on: 'phone' })
  const wall = await somebody('wall', { on: 'wall' })
  const { page } = chair
  const dialog = page.getByRole('dialog').last()
  const atDoor = (name: string) =>
    recorder.page.getByRole('button', { name: new RegExp(`^${name}`) })
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()

  await test.step('they come in, and one sets large text', async () => {
    await goLive(chair, `/meetings/${meetingId}/console`)
    await press('开始签到')
    await goLive(wall, screenLink)
    const seats = [
      [resident, links.resident],
      [elder, links.neighbour],
      [manager, links.manager],
    ] as const
    for (const [actor, link] of seats) {
      await actor.page.goto(link)
      await checkIn(actor, wall, meetingId)
    }
    await elder.page.getByRole('button', { name: '大字' }).first().click()
    await expect(elder.page.locator('.phone.elder')).toBeVisible()
    await signIn(recorder, 'xuxiaoyan')
    await goLive(recorder, `/meetings/${meetingId}/door`)
    // The list is of those who are away: each that comes leaves it.
    for (let left = await atDoor('签到').count(); left > 0; left -= 1) {
      await atDoor('签到').first().click()
      await expect(atDoor('签到')).toHaveCount(left - 1)
    }
    await expect(atDoor('签到')).toHaveCount(0)
    await press('宣布开会')
    await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
  })

  await test.step('a motion with three options, seconded', async () => {
    await press('记一个动议')
    const who = dialog.getByLabel('谁提的')
    const label = await who.locator('option', { hasText: '物业' }).innerText()
    await who.selectOption({ label })
    await dialog.getByLabel('动议的文字').fill(MOTION)
    await dialog.getByLabel('选项').fill([EAST, WEST, NORTH].join('\n'))
    await dialog.getByRole('button', { name: '记下', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await resident.page.getByRole('button', { name: '我附议' }).click()
    await expect(page.getByText('正在议').first()).toBeVisible()
  })

  await test.step('the chair chooses to rank them, and each way says what it is', async () => {
    await press('问一遍：还有要说的吗')
    const method = page.getByLabel('用什么办法表决')
    await expect(method).toHaveValue('single-choice')
    await method.selectOption({ label: '排先后' })
    await expect(page.getByText('每轮淘汰末位', { exact: false })).toBeVisible()
    await expect(page.getByText('选项就是动议里的这几个', { exact: false })).toBeVisible()
    await page.getByRole('radio', { name: '记名', exact: true }).check()
    expect(await seriousFindings(page)).toEqual([])
    await press('开放表决')
    await expect(wall.page.getByText(NORTH)).toBeVisible()
  })

  await test.step('a phone: pressed in order, moved by button, looked at, cast', async () => {
    const phone = resident.page
    await phone.getByRole('button', { name: new RegExp(EAST) }).click()
    await phone.getByRole('button', { name: new RegExp(WEST) }).click()
    await phone.getByRole('button', { name: new RegExp(NORTH) }).click()
    await phone.getByRole('button', { name: `把“${WEST}”往前移` }).click()
    await expect(phone.getByRole('button', { name: `把“${WEST}”往后移` })).toBeFocused()
    expect(await seriousFindings(phone)).toEqual([])
    await phone.getByRole('button', { name: '下一步，核对一遍' }).click()
    await expect(phone.getByRole('listitem').filter({ hasText: WEST })).toContainText('1')
    expect(await seriousFindings(phone)).toEqual([])
    await phone.getByRole('button', { name: '投出这一票' }).click()
    await expect(phone.getByText(`2. ${WEST} › 1. ${EAST} › 3. ${NORTH}`)).toBeVisible()
  })

  await test.step('large text: one is enough', async () => {
    const phone = elder.page
    await phone.getByRole('button', { name: new RegExp(WEST) }).click()
    expect(await seriousFindings(phone)).toEqual([])
    await phone.getByRole('button', { name: '下一步，核对一遍' }).click()
    await phone.getByRole('button', { name: '就投这个' }).click()
    await expect(phone.getByText('投好了').first()).toBeVisible()
  })

  await test.step('no script: places in lists, two in one place are refused, then cast', async () => {
    const phone = manager.page
    await phone.goto(`/m/${meetingId}`)
    await phone.getByRole('link', { name: '去看这一票' }).click()
    const place = (text: string) =>
      phone.locator('label.opt', { hasText: text }).locator('select')
    await place(EAST).selectOption('1')
    await place(WEST).selectOption('1')
    await phone.getByRole('button', { name: '下一步，核对一遍' }).click()
    await expect(phone.getByText('选重了', { exact: false })).toBeVisible()
    await place(EAST).selectOption('1')
    await place(WEST).selectOption('2')
    await phone.getByRole('button', { name: '下一步，核对一遍' }).click()
    await phone.getByRole('button', { name: '投出这一票' }).click()
    await expect(phone.getByText('您的一票已记录').first()).toBeVisible()
  })

  await test.step('the door enters one for somebody without a phone, with a witness', async () => {
    const door = recorder.page
    await door.getByRole('searchbox').fill('业委会')
    await atDoor('帮忙').first().click()
    const place = (text: string) =>
      door.locator('label.opt', { hasText: text }).locator('select')
    await place(WEST).selectOption('1')
    await place(NORTH).selectOption('2')
    await door.locator('form:has(label.opt) input[name=witness]').fill('陈伟')
    await door.locator('label:has(input[name=confirmed])').click()
    expect(await seriousFindings(door)).toEqual([])
    await door.locator('form:has(label.opt) button[type=submit]').click()
    await expect(door.getByText(/回执/).first()).toBeVisible()
  })

  await test.step('counted in rounds, on every screen', async () => {
    await expect(page.getByRole('status').filter({ hasText: '人已投' })).toContainText('4')
    await press('关闭表决并计票')
    await page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }).click()
    await expect(wall.page.getByText(`选定 2. ${WEST}`)).toBeVisible()
    const rounds = wall.page.getByRole('table', { name: '逐轮计票' })
    await expect(rounds.getByRole('columnheader', { name: '第 1 轮' })).toBeVisible()
    await expect(rounds.getByRole('row').filter({ hasText: WEST })).toContainText('3')
    expect(await seriousFindings(wall.page)).toEqual([])
    await expect(page.getByText(`选定 2. ${WEST}`)).toBeVisible()
    await expect(resident.page.getByText(`选定 2. ${WEST}`)).toBeVisible()
    expect(await seriousFindings(resident.page)).toEqual([])
    await manager.page.reload()
    await expect(manager.page.getByText(`选定 2. ${WEST}`)).toBeVisible()
  })

  let published = ''
  await test.step('minutes and publication say so', async () => {
    await press('散会')
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByRole('button', { name: '散会' })
      .click()
    await writeItDown(await somebody('writer'), { meetingId, said: '三个门各说了各的好处。' })
    ;[published = ''] = await publishAll(chair, meetingId)
    await page.goto(published)
    await expect(page.getByText(`选定2. ${WEST}`, { exact: false }).first()).toBeVisible()
    await expect(page.getByRole('table', { name: '逐轮计票' })).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('the record counts to the same, on a command line and in the browser', async () => {
    const link = page.locator('a[href$="/record.json"]').first()
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    const file = testInfo.outputPath('record.json')
    await writeFile(file, await answer.body())
    const { stdout } = await run('npx', ['tsx', 'app/cli/recount.ts', file])
    expect(JSON.parse(stdout)).toMatchObject({
      passed: true,
      method: { kind: 'instant-runoff', winner: 2, rounds: [{ exhausted: 0 }] },
    })
    await page.goto('/recount')
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText(`选定 2. ${WEST}`)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })
})
