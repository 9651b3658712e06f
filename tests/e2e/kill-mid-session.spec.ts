import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, goLive, test, type Actor } from './actors.ts'
import { ownServer } from './own-server.ts'

const server = ownServer(2)
test.use({ baseURL: server.origin })
test.beforeAll(async () => {
  // The demo is loaded first.
  test.setTimeout(240_000)
  await server.start()
})
test.afterAll(() => server.kill())

test('[L26] the server is killed during a vote, and phone, console and wall come back by themselves', async ({
  somebody,
}) => {
  test.setTimeout(240_000)
  const chair = await somebody('chair')
  await become(chair, '林雅芳')
  await chair.page.waitForURL(/\/meetings\/[^/]+\/console$/)
  const [, meetingId = ''] = /meetings\/([^/]+)/.exec(chair.page.url()) ?? []
  await goLive(chair, chair.page.url())
  const wall = await somebody('wall', { on: 'wall' })
  await become(wall, '林雅芳')
  await goLive(wall, `/meetings/${meetingId}/screen`)
  const voter = await somebody('voter', { on: 'phone' })
  const late = await somebody('late', { on: 'phone', language: 'en' })
  await become(voter, '王秀英')
  await voter.page.waitForURL(/\/m\//)
  await late.page.goto('/personas')
  await late.page.locator('button[name=persona]').nth(3).click()
  await late.page.waitForURL(/\/m\//)

  const title =
    await test.step('a vote is open; one has voted, another is about to', async () => {
      await chair.page.getByRole('button', { name: '问一遍：还有要说的吗' }).click()
      await chair.page.getByRole('radio', { name: '记名', exact: true }).check()
      await chair.page.getByRole('button', { name: '开放表决', exact: true }).click()
      await voter.page.getByText('赞成', { exact: true }).first().click()
      await voter.page.getByRole('button', { name: '投出：赞成' }).click()
      await expect(voter.page.getByText('您的一票已记录').first()).toBeVisible()
      await late.page.getByText('Against', { exact: true }).first().click()
      return wall.page.getByRole('heading', { level: 1 }).innerText()
    })

  await test.step('killed: each says that the line is down, and keeps what it had', async () => {
    await server.kill()
    await late.page.getByRole('button', { name: /^Cast/ }).click()
    await expect(late.page.getByText('Your vote is not recorded yet').first()).toBeVisible()
    await expect(voter.page.getByText('网络断了，正在重连', { exact: false })).toBeVisible({
      timeout: 20_000,
    })
    await expect(wall.page.getByRole('heading', { level: 1 })).toHaveText(title)
  })

  await test.step('started again: nobody reloads, and the vote that waited is recorded', async () => {
    await server.start()
    await expect(late.page.getByText('Your vote is recorded').first()).toBeVisible({
      timeout: 40_000,
    })
    for (const { page } of [voter, chair, wall]) {
      await expect(page.getByText('网络断了，正在重连', { exact: false })).toHaveCount(0, {
        timeout: 40_000,
      })
    }
    await expect(wall.page.getByRole('heading', { level: 1 })).toHaveText(title)
    // Both votes: the one before it was killed, and the one that waited.
    await expect(wall.page.locator('main b.song').first()).toHaveText('2')
  })

  await test.step('and the evening goes on: closed, counted, the same on every screen', async () => {
    await chair.page.getByRole('button', { name: '关闭表决并计票' }).click()
    await chair.page.getByRole('button', { name: '关闭并计票' }).click()
    await expect(wall.page.getByText('表决结果', { exact: false })).toBeVisible()
    for (const { page } of [chair, voter]) {
      await expect(page.getByText('未通过').first()).toBeVisible()
    }
    await expect(late.page.getByText('Not carried').first()).toBeVisible()
    const bars = await wall.page.locator('main b.song').allInnerTexts()
    expect(bars).toEqual(['1', '1', '0'])
  })

  await test.step('killed once more: nothing of the log is missing', async () => {
    await server.kill()
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'app/cli/verify.ts', meetingId],
      {
        env: {
          ...process.env,
          DATA_DIR: `.cache/e2e-own-${new URL(server.origin).port}`,
          DATABASE_URL: '',
        },
      },
    )
    expect(stdout).toContain('sound')
  })
})

async function become({ page }: Actor, name: string): Promise<void> {
  await page.goto('/personas')
  await page.locator('button[name=persona]', { hasText: name }).first().click()
  // Whoever goes on before the answer is there goes on as nobody.
  await page.waitForURL((url) => url.pathname !== '/personas')
}
