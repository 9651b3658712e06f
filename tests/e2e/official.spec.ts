import { expect, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { laterServer } from './later-server.ts'

const TITLE = '选聘新的物业服务企业'

const server = laterServer(10)

test.use({ baseURL: server.origin })
test.afterAll(() => server.kill())

test('[W18, W9, W10] a city’s own result comes in with its document, is judged here, shown as that city’s, and held again', async ({
  somebody,
}) => {
  test.setTimeout(420_000)
  await server.onDay(0)
  const lin = await somebody('林雅芳')
  const { page } = lin
  await signIn(lin, 'linyafang')

  await test.step('a vote is prepared by the roll that was shown, announced and served', async () => {
    await server.onDay(17)
    await signInAnew(lin)
    await page.goto('/desk/register/rolls?compound=xianghe')
    await page.getByRole('link', { name: '祥和里业主表决名册' }).click()
    await page.getByRole('button', { name: '冻结' }).click()
    await expect(page.getByText('已冻结')).toBeVisible()
    await page.goto('/desk/owners-votes/new')
    await page.getByLabel('小区').selectOption({ label: '祥和里' })
    await page.getByLabel('属于哪一项').selectOption('property-company-contract')
    await page.getByLabel('表决事项').fill(TITLE)
    await page.getByLabel('方案内容').fill('聘请安溪绿城物业，三年，每平方米每月 1.8 元。')
    await page.getByRole('button', { name: '建立' }).click()
    await page.getByLabel('业主名册').selectOption({ label: '祥和里业主表决名册' })
    await page.getByRole('button', { name: '保存方案' }).click()
    await page.getByRole('button', { name: '公告', exact: true }).click()
    await page.getByLabel('通知送达日').fill(server.day())
    await page.getByLabel('告知居委会的日子').fill(server.day())
    await page.getByLabel('怎么送达的').fill('逐户送达，单元门口张贴')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已保存。')).toBeVisible()
  })
  const voteAddress = page.url().split('?')[0] ?? ''
  const voteId = voteAddress.split('/').at(-1) ?? ''

  await test.step('item and roll go out as a workbook; a result before the last day is refused', async () => {
    await page.getByRole('link', { name: '在市里的系统投票' }).click()
    expect(await seriousFindings(page)).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /下载/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    await typeResult(lin)
    await page.getByRole('button', { name: '录入结果' }).click()
    await expect(page.getByRole('alert')).toContainText('最后一天还没过完')
    // What was typed is still there.
    await expect(page.getByLabel('结果单编号')).toHaveValue('QZ-2026-0117')
  })

  await test.step('after the last day the sums come in, and what was met is worked out here', async () => {
    await server.onDay(60)
    await signInAnew(lin)
    await page.goto(`${voteAddress}/official`)
    await typeResult(lin)
    await page.getByRole('button', { name: '录入结果' }).click()
    await expect(page.getByText('结果的来源')).toBeVisible()
    await expect(page.getByText('通过。', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '公布结果' }).click()
    await expect(page.getByText('结果公示中').first()).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  const neighbour = await somebody('邻居', { on: 'phone', javaScript: false })
  await test.step('everybody reads whose result it is, and objects without a script', async () => {
    await neighbour.page.goto(`/owners-votes/${voteId}`)
    await expect(neighbour.page.getByText('市智慧物业平台')).toBeVisible()
    await expect(neighbour.page.getByText('QZ-2026-0117')).toBeVisible()
    await expect(neighbour.page.getByText('业主共同决定', { exact: true })).toBeVisible()
    await neighbour.page.getByLabel('姓名').fill('王先生')
    await neighbour.page.getByLabel('异议内容').fill('我家没有收到平台的短信')
    await neighbour.page.getByRole('button', { name: '提交异议' }).click()
    await expect(neighbour.page.getByText('已收到')).toBeVisible()
  })

  await test.step('it is not final while its days run; it is declared void, with a reason, and held again', async () => {
    await page.goto(voteAddress)
    await page.getByRole('button', { name: '结果定下来' }).click()
    await expect(page.getByRole('alert')).toContainText('异议期还没满')
    await page.getByText('作废这次表决').click()
    await page.getByLabel('理由（会公布）').fill('平台漏发了两栋楼的短信')
    await page.getByRole('button', { name: '作废', exact: true }).click()
    await expect(page.getByText('平台漏发了两栋楼的短信')).toBeVisible()
    await page.getByRole('link', { name: '重新表决' }).click()
    await expect(page.getByLabel('表决事项')).toHaveValue(TITLE)
    await page.getByRole('button', { name: '建立' }).click()
    await page.getByLabel('业主名册').selectOption({ label: '祥和里业主表决名册' })
    await page.getByRole('button', { name: '保存方案' }).click()
    await page.getByRole('button', { name: '公告', exact: true }).click()
    await expect(page.getByText('已公告').first()).toBeVisible()
    await neighbour.page.goto(`/owners-votes/${voteId}`)
    await neighbour.page.getByRole('link', { name: '已经重新举行，看新的一次' }).click()
    await expect(
      neighbour.page.getByRole('link', { name: '这次代替一次作废的表决，看那一次' }),
    ).toBeVisible()
  })
})

/** After weeks the session may be over, or not. */
async function signInAnew(lin: Actor): Promise<void> {
  await lin.context.clearCookies()
  await signIn(lin, 'linyafang')
}

/** Copies the sums of the city's result sheet: enough of 祥和里, and most of them for it. */
async function typeResult({ page }: Actor): Promise<void> {
  await page.getByLabel('系统名称').fill('市智慧物业平台')
  await page.getByLabel('结果单编号').fill('QZ-2026-0117')
  const sums = {
    赞成: ['80', '7600.50'],
    反对: ['10', '900'],
    弃权: ['2', '190.25'],
  }
  for (const [choice, [heads, area]] of Object.entries(sums)) {
    await page.getByLabel(`${choice}的人数`).fill(heads ?? '')
    await page.getByLabel(`${choice}的面积（平方米）`).fill(area ?? '')
  }
  await page.getByLabel('结果单原件').setInputFiles({
    name: '结果单.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 结果单'),
  })
}
