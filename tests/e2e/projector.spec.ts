import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'
import { checkIn, expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { BALLOT_ITEM, convene } from './convene.ts'

// With PICTURES=on it also writes what it saw to tests/e2e/pictures/wall/: see `npm run pictures`.
const FOLDER = 'tests/e2e/pictures/wall'
/** As much as the log takes. */
const LONG = '东门的车请挪一下，大家好进出，谢谢各位邻居。'.repeat(25).slice(0, 500)
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]

test('[M38] the hall’s screen goes through all its states, and survives what halls do', async ({
  somebody,
}) => {
  test.setTimeout(600_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const { page } = chair
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const dialog = page.getByRole('dialog').last()
  const settle = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const wall = await somebody('wall', { on: 'wall' })
  const english = await somebody('the wall in English', { on: 'wall', language: 'en' })
  const residents = await Promise.all(
    [links.resident, links.neighbour, links.manager, links.owner, links.officer].map(
      async (link, index) => {
        const actor = await somebody(`seat ${index}`, { on: 'phone' })
        await actor.page.goto(link)
        return actor
      },
    ),
  )
  const [first, second] = residents as [Actor, Actor]

  /** What the wall shows, in both sizes: all of it on the screen, and readable by a machine too. */
  async function looksRight(state: string, view: string) {
    await test.step(state, async () => {
      for (const { page: screen } of [wall, english]) {
        await expect(screen.locator(`[data-view="${view}"]`)).toBeVisible()
      }
      await allOnTheWall(state, view)
      await picture(wall, state)
      expect(await seriousFindings(wall.page), state).toEqual([])
      await expect
        .poll(() => english.page.evaluate(overflowing), `${state} in English`)
        .toEqual([])
      const small = await english.page.evaluate(smallerThan, 28)
      expect.soft(small, `${state} in English is read from ten metres`).toEqual([])
    })
  }

  async function allOnTheWall(state: string, view: string) {
    await expect(wall.page.locator(`[data-view="${view}"]`)).toBeVisible()
    for (const size of SIZES) {
      await wall.page.setViewportSize(size)
      await expect
        .poll(() => wall.page.evaluate(overflowing), `${state} at ${size.width}`)
        .toEqual([])
      // 30 px of 1920 are what the back row reads.
      const small = await wall.page.evaluate(smallerThan, (28 * size.width) / 1920)
      expect.soft(small, `${state} at ${size.width} is read from ten metres`).toEqual([])
    }
  }

  await test.step('the link opens it without a login, and is not left in the address', async () => {
    await goLive(chair, `/meetings/${meetingId}/console`)
    await goLive(wall, screenLink)
    await goLive(english, screenLink)
    await expect(wall.page).toHaveURL(new RegExp(`/meetings/${meetingId}/screen$`))
  })
  await looksRight('notice', 'welcome')
  await press('开始签到')
  for (const actor of residents) await checkIn(actor, wall, meetingId)
  await looksRight('welcome', 'welcome')
  await press('宣布开会')
  await looksRight('between', 'between')

  await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
  await looksRight('item', 'item')
  await first.page.getByRole('button', { name: '我反对' }).click()
  await second.page.getByRole('button', { name: '我赞成' }).click()
  await press('请第一位发言')
  await looksRight('item-and-speaker', 'item')

  const pin = async (view: string) => {
    await press('大屏')
    await dialog.getByLabel('大屏显示').selectOption({ label: view })
    await settle('关闭')
  }
  await pin('发言人')
  await looksRight('speakers-pinned', 'speakers')
  await press('大屏')
  await dialog.getByLabel('给会场的一句话').fill('东门的车请挪一下，车牌闽C 12345')
  await dialog.getByRole('button', { name: '显示', exact: true }).click()
  await expect(dialog.getByRole('button', { name: '撤下这句话' })).toBeVisible()
  await expect(wall.page.locator('[data-view="speakers"]')).toBeVisible()
  await dialog.getByLabel('大屏显示').selectOption({ label: '跟着会议走' })
  await settle('关闭')
  await looksRight('message', 'message')
  await press('大屏')
  await dialog.getByRole('button', { name: '撤下这句话' }).click()
  await expect(dialog.getByRole('button', { name: '撤下这句话' })).toHaveCount(0)
  await settle('关闭')

  await test.step('five hundred characters are all on the wall, whoever says them', async () => {
    await press('大屏')
    await dialog.getByLabel('给会场的一句话').fill(LONG)
    await dialog.getByRole('button', { name: '显示', exact: true }).click()
    await settle('关闭')
    await allOnTheWall('message-long', 'message')
    await press('大屏')
    await dialog.getByRole('button', { name: '撤下这句话' }).click()
    await expect(dialog.getByRole('button', { name: '撤下这句话' })).toHaveCount(0)
    await dialog.getByLabel('宣读哪一项的记录').selectOption({ label: BALLOT_ITEM.title })
    await dialog.getByLabel('记录要点').fill(LONG)
    await dialog.getByRole('button', { name: '在大屏上宣读' }).click()
    await expect(dialog.getByRole('button', { name: '撤下记录' })).toBeVisible()
    await settle('关闭')
    await allOnTheWall('minutes-long', 'minutes')
    await press('大屏')
    await dialog.getByRole('button', { name: '撤下记录' }).click()
    await expect(dialog.getByRole('button', { name: '撤下记录' })).toHaveCount(0)
    await settle('关闭')
    await press('记一个动议')
    await dialog.getByLabel('谁提的').selectOption({ index: 1 })
    await dialog.getByLabel('动议的文字').fill(LONG.slice(0, 120))
    const options = Array.from(
      { length: 9 },
      (_, index) => `第${index + 1}种办法：${LONG.slice(0, 20)}`,
    )
    await dialog.getByLabel('选项').fill(options.join('\n'))
    await settle('记下')
    await pin('动议')
    await allOnTheWall('motion-long', 'motion')
    await pin('跟着会议走')
    await press('撤回')
    await dialog.getByLabel('理由').fill('太长')
    await settle('撤回')
  })

  await press('测温')
  await settle('开始')
  await looksRight('temperature', 'temperature')
  for (const [index, { page: phone }] of residents.entries()) {
    await phone
      .getByRole('button', { name: index < 4 ? '可以' : '有顾虑', exact: true })
      .click()
    await expect(phone.getByText('已记下，谢谢。')).toBeVisible()
  }
  await press('结束，看结果')
  await expect(
    wall.page
      .getByText('4/5', { exact: false })
      .or(wall.page.getByText('4', { exact: true }))
      .first(),
  ).toBeVisible()
  await looksRight('temperature-result', 'temperature')

  await press('记一个动议')
  await dialog.getByLabel('谁提的').selectOption({ index: 1 })
  await dialog.getByLabel('选项').fill('早上 7 点前\n早上 8 点前\n晚上 8 点后')
  await settle('记下')
  await pin('动议')
  await looksRight('motion', 'motion')
  await pin('跟着会议走')
  await press('撤回')
  await dialog.getByLabel('理由').fill('按通知里的文字表决')
  await settle('撤回')

  await press('问一遍：还有要说的吗')
  await press('先问一句：有没有不同意见')
  await looksRight('consensus', 'consensus')
  await press('没形成共识，再商量')
  await press('开放表决')
  await looksRight('ballot', 'ballot')
  // The officer has no vote.
  for (const [index, { page: phone }] of residents.slice(0, 4).entries()) {
    await phone
      .getByText(index === 3 ? '反对' : '赞成', { exact: true })
      .first()
      .click()
    await phone.getByRole('button', { name: /^投出/ }).click()
    await expect(phone.getByText('您的一票已记录').first()).toBeVisible()
  }
  await looksRight('ballot-turnout', 'ballot')

  await test.step('a reload, and an hour without a network, lose nothing', async () => {
    await wall.page.reload()
    await expect(wall.page.locator('[data-view="ballot"]')).toBeVisible()
    await wall.wire.cut()
    await press('关闭表决并计票')
    await page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }).click()
    await expect(english.page.locator('[data-view="result"]')).toBeVisible()
    await expect(wall.page.locator('[data-view="ballot"]')).toBeVisible()
    wall.wire.mend()
    await expect(wall.page.locator('[data-view="result"]')).toBeVisible({ timeout: 20_000 })
  })
  await looksRight('verdict', 'result')
  expect(wall.wire.heard.join()).not.toMatch(/"choice"|"token"/)

  await press('大屏')
  await dialog.getByLabel('宣读哪一项的记录').selectOption({ label: BALLOT_ITEM.title })
  await dialog.getByLabel('记录要点').fill('大家同意早上 7 点前、晚上 8 点后遛狗，都牵绳。')
  await dialog.getByRole('button', { name: '在大屏上宣读' }).click()
  await expect(dialog.getByRole('button', { name: '撤下记录' })).toBeVisible()
  await settle('关闭')
  await looksRight('minutes', 'minutes')
  await press('大屏')
  await dialog.getByRole('button', { name: '撤下记录' }).click()
  await expect(dialog.getByRole('button', { name: '撤下记录' })).toHaveCount(0)
  await settle('关闭')

  await press('休会')
  await settle('开始休息')
  await looksRight('break', 'break')
  await test.step('[P6] a link that is replaced ends what it opened, and the page says so', async () => {
    await page.goto(`/desk/sessions/${meetingId}`)
    await page.getByText('换大屏的链接').click()
    await page.getByRole('button', { name: '作废旧大屏，换新的' }).click()
    await expect(wall.page.getByText('这个链接不能再用了', { exact: false })).toBeVisible()
    expect(await seriousFindings(wall.page)).toEqual([])
    await picture(wall, 'revoked')
    await wall.page.reload()
    await expect(wall.page.getByText(BALLOT_ITEM.title)).toHaveCount(0)
    const fresh = await page.locator('a[href*="/screen?k="]').first().getAttribute('href')
    expect(fresh).not.toBe(screenLink)
    await wall.page.setViewportSize({ width: 1920, height: 1080 })
    await goLive(wall, fresh ?? '')
    await goLive(english, fresh ?? '')
    await goLive(chair, `/meetings/${meetingId}/console`)
  })
  await press('继续开会')
  await press(/^散会$/)
  await settle('散会')
  await looksRight('end', 'end')
})

/** What stands outside of the screen, or is cut off inside of its place. */
function overflowing(): string[] {
  const { clientWidth, clientHeight } = document.documentElement
  return [...document.querySelectorAll('body *')]
    .filter((each) => !each.querySelector(':not(wbr)') && each.textContent?.trim())
    .filter((each) => !each.closest('.vh, [aria-live]'))
    .filter((each) => {
      const { right, bottom, width } = each.getBoundingClientRect()
      return width > 0 && (right > clientWidth + 1 || bottom > clientHeight + 1)
    })
    .map((each) => each.textContent?.trim() ?? '')
}

/** Words that are smaller than so many pixels. */
function smallerThan(pixels: number): string[] {
  return [...document.querySelectorAll('.pj *')]
    .filter((each) => !each.querySelector(':not(wbr)') && each.textContent?.trim())
    .filter((each) => !each.closest('svg, .vh, [aria-live]'))
    .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < pixels)
    .map((each) => `${getComputedStyle(each).fontSize}: ${each.textContent?.trim() ?? ''}`)
}

/** What the wall shows, in few colours so that the repository stays small. */
async function picture({ page }: Actor, name: string): Promise<void> {
  if (process.env['PICTURES'] !== 'on') return
  await mkdir(FOLDER, { recursive: true })
  const shot = await page.screenshot({ animations: 'disabled' })
  await sharp(shot)
    .resize({ width: 960 })
    .png({ palette: true, colours: 32, effort: 10, compressionLevel: 9 })
    .toFile(`${FOLDER}/${name}.png`)
}
