import { expect, seriousFindings, signIn, test } from './actors.ts'

const PIN = '4826'

test('[L33] a tablet for one after another: nobody finds anything of the one before', async ({
  somebody,
}) => {
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

  const who = page.locator('select[name=seatId]')
  const enter = async (pin: string) => {
    await who.selectOption({ index: 1 })
    await page.locator('form:has(select) input[name=pin]').fill(pin)
    await page.getByRole('button', { name: '核对过本人，进入' }).click()
  }
  await test.step('a wrong PIN confirms nobody', async () => {
    await enter('0000')
    await expect(page.getByText('密码不对，请工作人员再输一次。')).toBeVisible()
  })

  await test.step('confirmed by the staff, somebody is there; then nothing of them is', async () => {
    const name = (await who.locator('option').nth(1).innerText()).trim()
    await enter(PIN)
    await expect(page.getByText(`${name}，您好`)).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '我好了，清掉我的内容' }).click()
    await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
    await page.goBack()
    await expect(page.getByText(`${name}，您好`)).toHaveCount(0)
    // Where the page was scrolled to is all that the browser still knows.
    const kept = await page.evaluate(() => [
      ...Object.keys(sessionStorage),
      ...Object.keys(localStorage),
    ])
    expect(kept.filter((key) => /vote|hand|note/.test(key))).toEqual([])
  })

  await test.step('untouched it asks, a touch keeps it, and then it forgets', async () => {
    await page.goto(`/meetings/${meetingId}/kiosk`)
    await page.clock.install()
    await enter(PIN)
    await expect(page.getByText('我好了，清掉我的内容')).toBeVisible()
    await page.clock.runFor(50_000)
    await expect(page.getByText(/您还在吗/)).toBeVisible()
    await page.getByRole('button', { name: '我还在' }).click()
    await expect(page.getByText(/您还在吗/)).toHaveCount(0)
    await page.clock.runFor(62_000)
    await expect(page.getByText('您好，请先说您是谁')).toBeVisible()
  })
})
