import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { aTelephonePhoto } from '#tests/helpers/telephone-photo.ts'
import { expect, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { laterServer } from './later-server.ts'
import { publishRoll, register, sendRegister, withFaults, xlsx } from './register-500.ts'

/** One owner has 440 of the 500 flats; with the sixty others they are 61 heads, and 41 are two thirds. */
const OWNERS = 61
const TITLE = '筹集电梯更新的维修资金'

const server = laterServer(4)
const { onDay } = server

test.use({ baseURL: server.origin })
test.afterAll(() => server.kill())

const electorNumber = (number: number) => String(number).padStart(4, '0')

test('[W1, W2, W3, W6, W12, W15, W16, C1] owners vote by phone, paper and proxy, fail by heads alone, and anybody recounts it', async ({
  somebody,
}, testInfo) => {
  test.setTimeout(420_000)
  await onDay(0)
  const lin = await somebody('林雅芳')
  const xu = await somebody('许晓燕')
  const { page } = lin
  const send = (name: string, rows: (string | number)[][]) =>
    xlsx(rows).then((buffer) => sendRegister(page, name, buffer))

  await test.step('the register comes in with faults, is corrected, and its roll is shown', async () => {
    await signIn(lin, 'linyafang')
    await send('名册.xlsx', withFaults(register({ owners: OWNERS })))
    await expect(page.getByText('4 处有问题')).toBeVisible()
    await send('名册改好.xlsx', register({ owners: OWNERS }))
    await page.getByRole('button', { name: '写入名册' }).click()
    await expect(page.getByText('已写入：新增 500 套，变更 0 套，不变 0 套。')).toBeVisible()
    await publishRoll(page)
  })
  const rollAddress = page.url()

  await test.step('when its days are over it is frozen, a proxy is written down, and the vote is announced', async () => {
    await onDay(17)
    await signInAnew(lin)
    await page.goto(rollAddress)
    await page.getByRole('button', { name: '冻结' }).click()
    await expect(page.getByText('已冻结')).toBeVisible()

    await page.goto(`${rollAddress}/proxy?elector=${electorNumber(41)}`)
    await page.getByLabel('代理人姓名').fill('李四')
    await page.getByLabel('代理人电话').fill('13800000000')
    await page.getByLabel('委托书照片').setInputFiles(await aPhoto('委托书.jpg'))
    await page.getByLabel('事项 1').fill(TITLE)
    await page.getByLabel('怎么投').first().selectOption('yes')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.waitForURL(rollAddress)

    await page.goto('/desk/owners-votes/new')
    await page.getByLabel('小区').selectOption({ label: '凤鸣苑' })
    await page.getByLabel('属于哪一项').selectOption('maintenance-fund-raise')
    await page.getByLabel('表决事项').fill(TITLE)
    await page
      .getByLabel('方案内容')
      .fill('每平方米筹集 20 元，更换 3 部电梯，明年六月前完成。')
    await page.getByRole('button', { name: '建立' }).click()
    await page.getByLabel('业主名册').selectOption({ label: '凤鸣苑业主表决名册' })
    await page.getByRole('button', { name: '保存方案' }).click()
    await page.getByRole('button', { name: '公告', exact: true }).click()
    await page.getByLabel('通知送达日').fill(server.day())
    await page.getByLabel('告知居委会的日子').fill(server.day())
    await page.getByLabel('怎么送达的').fill('逐户送达，单元门口张贴')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('通知送达 0 天').or(page.getByText('已保存。'))).toBeVisible()
    await page.getByRole('button', { name: '开始投票' }).click()
    await expect(page.getByRole('alert')).toContainText('条件还不齐')
  })
  const voteAddress = page.url().split('?')[0] ?? ''
  const voteId = voteAddress.split('/').at(-1) ?? ''

  await test.step('on its day it opens; papers are printed, and links are for those who have not voted', async () => {
    await onDay(37)
    await signInAnew(lin)
    await page.goto(voteAddress)
    await page.getByRole('button', { name: '开始投票' }).click()
    await expect(page.getByText('投票中').first()).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('link', { name: '打印纸票' }).click()
    await expect(page.getByRole('article')).toHaveCount(OWNERS)
  })

  const links = await linksOf(lin, voteAddress)
  expect(links.size).toBe(OWNERS)

  await test.step('the owner of 440 flats says yes on a phone without scripts', async () => {
    const giant = await somebody('黄一明', { on: 'phone', javaScript: false })
    await giant.page.goto(links.get(electorNumber(1)) ?? '')
    await giant.page.getByRole('radio', { name: '赞成' }).check()
    await giant.page.getByRole('button', { name: '下一步' }).click()
    await giant.page.getByRole('button', { name: '确认投出' }).click()
    await expect(giant.page.getByRole('status')).toContainText('投票已记下')
    const other = await somebody('黄二明', { on: 'phone' })
    await other.page.goto(links.get(electorNumber(2)) ?? '')
    expect(await seriousFindings(other.page)).toEqual([])
  })

  await test.step('27 more say yes and 9 no on their phones', async () => {
    for (let number = 2; number <= 37; number += 1) {
      const answer = await page.request.post(links.get(electorNumber(number)) ?? '', {
        form: { mark: number <= 28 ? 'yes' : 'no', key: `a-key-of-elector-${number}` },
        headers: { origin: server.origin },
      })
      expect(answer.ok()).toBe(true)
    }
    await page.goto(`${voteAddress}/silent`)
    await expect(page.getByRole('heading', { name: '还没投的：24 位' })).toBeVisible()
  })

  await test.step('those who have not voted are reminded, by building, and it is written down', async () => {
    await page.getByLabel('楼栋').selectOption({ index: 1 })
    await page.getByRole('button', { name: '查看' }).click()
    await page.goto(`${voteAddress}/silent`)
    await page.getByLabel('选中 0038 号').check()
    await page.getByLabel('选中 0039 号').check()
    expect(await seriousFindings(page)).toEqual([])
    // One of them votes while the list is open, and is not written down as reminded.
    const answer = await page.request.post(links.get(electorNumber(38)) ?? '', {
      form: { mark: 'no', key: 'a-key-of-elector-38' },
      headers: { origin: server.origin },
    })
    expect(answer.ok()).toBe(true)
    await page.getByRole('button', { name: '记为刚提醒过' }).click()
    await expect(page.getByRole('status')).toContainText('记下 1 位。 1 位没记')
    await expect(page.getByRole('row', { name: /0039/ })).toContainText('1 次')
    await page.getByRole('link', { name: '打印提醒单' }).click()
    await expect(page.getByRole('article')).toHaveCount(23)
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('two read each paper; the one they read differently is settled before an overseer', async () => {
    await signIn(xu, 'xuxiaoyan')
    const read = async ({ page: desk }: Actor, number: number, mark: string) => {
      await desk.goto(`${voteAddress}/paper/${electorNumber(number)}`)
      const photo = desk.getByLabel('票面照片')
      if (await photo.isVisible()) await photo.setInputFiles(await aPhoto('票.jpg'))
      await desk.getByLabel(mark, { exact: true }).check()
    }
    for (const reader of [lin, xu]) {
      await read(reader, 39, '赞成')
      await reader.page.getByRole('button', { name: '提交' }).click()
    }
    await expect(xu.page.getByText('两次一致，已处理。')).toBeVisible()

    await read(lin, 40, '赞成')
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByText('记下了。还要另一位同事读一次。')).toBeVisible()
    await read(xu, 40, '反对')
    await xu.page.getByRole('button', { name: '提交' }).click()
    await expect(xu.page.getByText('两次读得不同，要拿着票再定。')).toBeVisible()
    await read(lin, 40, '反对')
    await page.getByLabel('理由').fill('“同意”一栏是划掉的')
    await page.getByLabel('在场监票人').fill('王秀英')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '定下来' }).click()
    await expect(page.getByText('两次一致，已处理。')).toBeVisible()
  })

  await test.step('after the last day it is counted, with the papers that did not come back', async () => {
    await onDay(59)
    await signInAnew(lin)
    await page.goto(voteAddress)
    await page.getByRole('button', { name: '截止', exact: true }).click()
    await page.getByLabel('印出的 21 张没有交回，都找过了').check()
    await page.getByRole('button', { name: '计票' }).click()
    await expect(page.getByText('已计票，待公布').first()).toBeVisible()
    await expect(page.getByText('没有通过。')).toBeHidden()
    await page.getByRole('button', { name: '公布结果' }).click()
    await expect(page.getByText('结果公示中').first()).toBeVisible()
    await expect(page.getByText('没有通过。')).toBeVisible()
  })

  const neighbour = await somebody('邻居')
  await test.step('everybody reads that it failed by heads alone, and finds receipts and papers', async () => {
    await neighbour.page.goto(`/owners-votes/${voteId}`)
    await expect(neighbour.page.getByText('赞成的人数没过线。')).toBeVisible()
    await expect(neighbour.page.getByText('赞成的面积没过线。')).toBeHidden()
    await expect(neighbour.page.getByText('意见征询', { exact: true })).toBeVisible()
    await expect(neighbour.page.getByText('有 21 张没有交回')).toBeVisible()
    await expect(neighbour.page.getByText('全部回执号（41）')).toBeVisible()
    expect(await seriousFindings(neighbour.page)).toEqual([])
  })

  const record = testInfo.outputPath('record.json')
  await test.step('the record is recounted by the command and in the browser', async () => {
    const [download] = await Promise.all([
      neighbour.page.waitForEvent('download'),
      neighbour.page.getByRole('link', { name: /下载/ }).click(),
    ])
    await download.saveAs(record)
    const counted = spawnSync('npm', ['run', '--silent', 'recount', '--', record], {
      encoding: 'utf8',
    })
    expect(counted.stderr).toBe('')
    expect(counted.status).toBe(0)
    expect(JSON.parse(counted.stdout)).toMatchObject({ quorumMet: true, passed: false })
    const failing = (
      JSON.parse(counted.stdout) as { tests: { test: string; measure: string; met: boolean }[] }
    ).tests.filter(({ met }) => !met)
    expect(failing).toMatchObject([{ test: 'pass', measure: 'heads', have: '30', of: '41' }])

    await neighbour.page.goto('/recount')
    await neighbour.page.locator('input[type=file]').setInputFiles(record)
    await expect(neighbour.page.getByText('重算：未通过。')).toBeVisible()
    await expect(neighbour.page.getByText('和记录里写的结果一样。')).toBeVisible()
    await expect(neighbour.page.getByText('签名对得上')).toBeVisible()
  })

  await test.step('a record with another verdict is found out', async () => {
    const changed = testInfo.outputPath('changed.json')
    const text = await readFile(record, 'utf8')
    await writeFile(changed, text.replace('"passed":false', '"passed":true'))
    const counted = spawnSync('npm', ['run', '--silent', 'recount', '--', changed])
    expect(counted.status).toBe(1)
  })
})

/** After weeks the session may be over, or not. */
async function signInAnew(lin: Actor): Promise<void> {
  await lin.context.clearCookies()
  await signIn(lin, 'linyafang')
}

async function aPhoto(name: string) {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(await aTelephonePhoto(800, 600)) }
}

/** The desk's list of those who have not voted: number and own link. */
async function linksOf({ page }: Actor, voteAddress: string): Promise<Map<string, string>> {
  await page.goto(`${voteAddress}/silent`)
  const rows = await page
    .getByRole('row')
    .filter({ has: page.locator('input[readonly]') })
    .all()
  const found = new Map<string, string>()
  for (const row of rows) {
    const number = (await row.getByRole('cell').nth(1).textContent()) ?? ''
    found.set(number.trim(), await row.locator('input[readonly]').inputValue())
  }
  return found
}
