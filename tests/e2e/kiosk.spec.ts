import { expect, seriousFindings, signIn, test } from './actors.ts'

const PIN = '4826'

test('[L33] a tablet for one after another: nobody finds anything of the one before', async ({
  somebody,
}) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  await chair.page.goto('/personas')
  await chair.page.locator('button[name=persona]').first().click()
  await chair.page.waitForURL(/\/meetings\/[^/]+\/console$/)
  const [, meetingId = ''] = /meetings\/([^/]+)/.exec(chair.page.url()) ?? []

  const tablet = await somebody('tablet', { on: 'phone' })
  const { page } = tablet
  await test.step('the recorder gives it out, and is signed out on it', async () => {
    await signIn(tablet, 'xuxiaoyan')
    await page.goto(`/meetings/${meetingId}/kiosk`)
    await page.locator('input[name=pin]').fill(PIN)
    await page.getByRole('button', { name: '开始使用' }).click()
    await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.goto('/desk')
    await expect(page).toHaveURL(/\/signin/)
    await page.goto(`/meetings/${meetingId}/kiosk`)
  })

  let name = ''
  const who = page.locator('select[name=seatId]')
  const enter = async (pin: string) => {
    await who.selectOption({ index: 1 })
    await page.locator('form:has(select) input[name=pin]').fill(pin)
    tablet.wire.heard.length = 0
    await page.getByRole('button', { name: '核对过本人，进入' }).click()
  }
  /** The words come with the page; what counts the time comes with its script. */
  const awake = async () => {
    await expect(page.getByText(`${name}，您好`)).toBeVisible()
    await expect
      .poll(() => tablet.wire.heard.some((text) => text.includes('"serverNow"')))
      .toBe(true)
  }
  await test.step('a wrong PIN confirms nobody', async () => {
    await enter('0000')
    await expect(page.getByText('密码不对，请工作人员再输一次。')).toBeVisible()
  })

  await test.step('confirmed by the staff, somebody is there; then nothing of them is', async () => {
    name = (await who.locator('option').nth(1).innerText()).trim()
    await enter(PIN)
    await expect(page.getByText(`${name}，您好`)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.evaluate(() => {
      sessionStorage.setItem('hand:one', 'yes')
      localStorage.setItem('730 note one', 'mine')
    })
    await page.getByRole('button', { name: '我好了，清掉我的内容' }).click()
    await nothingIsLeft()
  })

  await test.step('untouched it asks, a touch keeps it, and then it forgets', async () => {
    await page.clock.install()
    await page.goto(`/meetings/${meetingId}/kiosk`)
    await enter(PIN)
    await awake()
    await page.clock.runFor(50_000)
    await expect(page.getByText(/您还在吗/)).toBeVisible()
    await page.getByRole('button', { name: '我还在' }).click()
    await expect(page.getByText(/您还在吗/)).toHaveCount(0)
    await page.clock.runFor(62_000)
    await nothingIsLeft()
  })

  await test.step('without a connection it forgets just the same, and tells the server later', async () => {
    await page.goto(`/meetings/${meetingId}/kiosk`)
    await enter(PIN)
    await awake()
    await tablet.context.setOffline(true)
    await page.clock.runFor(50_000)
    await expect(page.getByText(/您还在吗/)).toBeVisible()
    await page.clock.runFor(12_000)
    await expect(page.getByText('已经清掉了')).toBeVisible()
    await expect(page.getByText(name)).toHaveCount(0)
    expect(await seriousFindings(page)).toEqual([])
    await tablet.context.setOffline(false)
    await page.clock.runFor(4000)
    await nothingIsLeft()
  })

  await test.step('the digits of a slip do as well as its code', async () => {
    const slips = await somebody('slips')
    await signIn(slips, 'linyafang')
    await slips.page.goto(`/desk/sessions/${meetingId}/slips`)
    const slip = slips.page.locator('article.slip').first()
    name = (await slip.locator('h2').innerText()).replace(/收|\s/g, '')
    const digits = /\d{4} \d{4}/.exec(await slip.locator('.slip-n').innerText())?.[0] ?? ''
    await page.locator('input[name=slip]').fill('0000 0000')
    await page.getByRole('button', { name: '进入', exact: true }).click()
    await expect(page.getByRole('alert').first()).not.toBeEmpty()
    await page.locator('input[name=slip]').fill(digits)
    tablet.wire.heard.length = 0
    await page.getByRole('button', { name: '进入', exact: true }).click()
    await awake()
    await page.getByRole('button', { name: '我好了，清掉我的内容' }).click()
    await nothingIsLeft()
  })

  await test.step('a vote that is not known to be recorded is said, and read, before the next one', async () => {
    const lastCall = chair.page.getByRole('button', { name: '问一遍：还有要说的吗' })
    if (await lastCall.isVisible()) await lastCall.click()
    await chair.page.getByRole('button', { name: '开放表决', exact: true }).click()
    await expect(chair.page.getByRole('button', { name: '关闭表决并计票' })).toBeVisible()
    const yes = page.getByText('赞成', { exact: true }).first()
    for (let place = 1; !(await yes.isVisible()); place += 1) {
      await page.goto(`/meetings/${meetingId}/kiosk`)
      name = (await who.locator('option').nth(place).innerText()).trim()
      await who.selectOption({ index: place })
      await page.locator('form:has(select) input[name=pin]').fill(PIN)
      tablet.wire.heard.length = 0
      await page.getByRole('button', { name: '核对过本人，进入' }).click()
      await awake()
      if (await yes.isVisible()) break
      await page.getByRole('button', { name: '我好了，清掉我的内容' }).click()
      await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
    }
    await yes.click()
    await tablet.wire.cut()
    await tablet.context.setOffline(true)
    await page.getByRole('button', { name: '投出：赞成' }).click()
    await expect(page.getByText('您的一票还没记上').first()).toBeVisible()
    await page.clock.runFor(62_000)
    await expect(page.getByText('刚才有一票还没确认记上', { exact: false })).toBeVisible()
    await expect(page.getByText(name)).toHaveCount(0)
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '知道了，交给下一位' }).click()
    await tablet.context.setOffline(false)
    tablet.wire.mend()
    await page.clock.runFor(4000)
    await nothingIsLeft()
  })

  async function nothingIsLeft() {
    await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
    await expect.poll(stored).toEqual([])
    await page.goBack()
    await expect(page.getByText(`${name}，您好`)).toHaveCount(0)
    await page.goto(`/m/${meetingId}`)
    await expect(page.getByText(name)).toHaveCount(0)
    await page.goto(`/meetings/${meetingId}/kiosk`)
    await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
    await expect.poll(stored).toEqual([])
  }
  function stored() {
    return page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)])
  }
})
