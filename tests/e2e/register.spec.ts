import { expect, seriousFindings, signIn, test } from './actors.ts'
import {
  nameOf,
  publishRoll,
  register,
  sendRegister,
  withFaults,
  xlsx,
} from './register-500.ts'

test('[G8, G9, G12, G5] 500 units come in with faults, are corrected, and become a frozen roll', async ({
  somebody,
}) => {
  test.slow()
  const cadre = await somebody('林雅芳')
  const { page } = cadre
  await signIn(cadre, 'linyafang')
  await page.getByRole('link', { name: '房屋名册' }).click()
  await page.getByRole('link', { name: '凤鸣苑', exact: true }).click()
  await expect(page.getByRole('heading', { name: '名册还是空的' })).toBeVisible()

  const send = (name: string, buffer: Buffer) => sendRegister(page, name, buffer)

  await send('一半.xlsx', (await xlsx(register())).subarray(0, 9000))
  await expect(page.getByRole('alert')).toContainText('文件不完整或已损坏')

  await send('名册.xlsx', await xlsx(withFaults(register())))
  await expect(page.getByText('4 处有问题')).toBeVisible()
  const problems = page.getByRole('table', { name: '有问题的格子' })
  await expect(
    problems.getByRole('row', { name: /D12 用途 住家 不认得这种用途/ }),
  ).toBeVisible()
  await expect(problems.getByRole('row', { name: /E22 登记面积 约90/ })).toBeVisible()
  await expect(problems.getByRole('row', { name: /C32 房号 没有写房号/ })).toBeVisible()
  await expect(problems.getByRole('row', { name: /C502 .*另一处在第 43 行/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '写入名册' })).toBeDisabled()
  expect(await seriousFindings(page)).toEqual([])

  await page.getByRole('button', { name: '把有问题的行另放' }).click()
  await expect(page.getByText('没有问题，可以写入。')).toBeVisible()
  await page.getByRole('button', { name: '写入名册' }).click()
  await expect(page.getByText('已写入：新增 497 套，变更 0 套，不变 0 套。')).toBeVisible()

  await send('名册改好.xlsx', await xlsx(register()))
  await expect(page.getByText('新增 3 套')).toBeVisible()
  await page.getByRole('button', { name: '写入名册' }).click()
  await expect(page.getByText('已写入：新增 3 套，变更 0 套，不变 497 套。')).toBeVisible()

  await page.goto('/desk/register/rolls?compound=fengming')
  await page.getByRole('button', { name: '生成草稿' }).click()
  await expect(page.getByRole('alert')).toContainText('先在“计算规则”里选车位、摊位算不算')
  await publishRoll(page)

  const address = await page.getByRole('link', { name: '业主看的页面' }).getAttribute('href')
  const owner = await somebody('业主', { on: 'phone', javaScript: false })
  await owner.page.goto(address ?? '')
  await expect(owner.page.getByRole('cell', { name: '1幢*单元***室' }).first()).toBeVisible()
  expect(await owner.page.content()).not.toContain(nameOf(0))
  await owner.page.getByLabel('门牌，如 3幢2单元501').fill('1幢1单元101')
  await owner.page.getByLabel('业主姓名').fill(nameOf(0))
  await owner.page.getByRole('button', { name: '查', exact: true }).click()
  await expect(owner.page.getByRole('status')).toContainText('60.25')
  await owner.page.getByLabel('您的姓名').fill('业主')
  await owner.page.getByLabel('哪里不对').fill('面积应为 61 平方米')
  await owner.page.getByRole('button', { name: '提出' }).click()
  await expect(owner.page.getByText('已收到，社区会答复您。')).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: '冻结' }).click()
  await expect(page.getByRole('alert')).toContainText('还有异议没答复')
  await page.getByLabel('答复').fill('已核对产权证，面积无误')
  await page.getByLabel('结果').selectOption('not-upheld')
  await page.getByRole('button', { name: '答复' }).click()
  await expect(page.getByText('已核对产权证，面积无误')).toBeVisible()
  await page.getByRole('button', { name: '冻结' }).click()
  await expect(page.getByRole('alert')).toContainText('公示期还没满')
  await page.getByLabel('提前冻结的理由（会公开）').fill('全体业主已逐户核对签字')
  await page.getByRole('button', { name: '冻结' }).click()
  await expect(page.getByText('已冻结')).toBeVisible()
  await expect(page.getByText('指纹（SHA-256）')).toBeVisible()
  await expect(page.getByText('提前冻结：全体业主已逐户核对签字')).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
})
