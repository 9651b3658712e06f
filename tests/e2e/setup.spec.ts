import { expect, seriousFindings, test, type Actor } from './actors.ts'
import { ownServer } from './own-server.ts'

const server = ownServer(1, { DEMO: 'off' })
test.use({ baseURL: server.origin })
test.beforeAll(() => server.start())
test.afterAll(() => server.kill())

const PASSWORD = 'tea hills at 19:30'

test('[H5] an empty database is set up once, and a community keeps itself from there on', async ({
  somebody,
}) => {
  test.setTimeout(120_000)
  const [, code = ''] = /code ([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})/.exec(server.said()) ?? []
  expect(code).not.toBe('')
  const cadre = await somebody('cadre')
  const { page } = cadre

  await test.step('whoever opens the address is led to the set-up, and needs the code', async () => {
    await page.goto('/')
    await expect(page).toHaveURL('/setup')
    expect(await seriousFindings(page)).toEqual([])
    await fillIn(cadre, 'AAAA-BBBB-CCCC')
    await expect(page.getByRole('alert')).toContainText('口令不对')
    // What is not secret stays typed.
    await expect(page.locator('input[name=community]')).toHaveValue('新安社区')
    // As a browser sends it that does not check by itself.
    await page
      .locator('form:has(input[name=division])')
      .evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await fillIn(cadre, code, '35x')
    await expect(page.getByRole('alert')).toContainText('行政区划代码是 6 位数字')
    await fillIn(cadre, code)
    await page.waitForURL('/desk/community')
  })

  await test.step('it is gone for everybody after that', async () => {
    const other = await somebody('other', { javaScript: false })
    const answer = await other.page.goto('/setup')
    expect(answer?.status()).toBe(404)
    await other.page.goto('/c/xinan')
    await expect(other.page.getByText('新安社区').first()).toBeVisible()
  })

  await test.step('a recorder is put on the roster and gets an account', async () => {
    expect(await seriousFindings(page)).toEqual([])
    await page.goto('/desk/roster/new')
    expect(await seriousFindings(page)).toEqual([])
    await page.locator('input[name=name]').fill('许晓燕')
    await page.locator('select[name=side]').selectOption('committees')
    await page.locator('input[name=body]').fill('新安社区居委会')
    await page.locator('input[name=title]').fill('社工')
    await page.getByRole('button', { name: '存好' }).click()
    await page.waitForURL(/\/desk\/roster\?compound=/)
    await page.goto('/desk/community')
    await page.getByText('开一个账号').click()
    await page.locator('#add-account input[name=login]').fill('xuxiaoyan')
    await page.locator('#add-account input[name=password]').fill(PASSWORD)
    await page.locator('#add-account button[type=submit]').click()
    await expect(page.getByRole('status')).toContainText('账号开好了')

    const recorder = await somebody('recorder', { language: 'en' })
    await recorder.page.goto('/signin')
    await recorder.page.locator('input[name=login]').fill('xuxiaoyan')
    await recorder.page.locator('input[name=password]').fill(PASSWORD)
    await recorder.page.locator('button[type=submit]').last().click()
    await recorder.page.waitForURL(/\/desk$/)
  })

  await test.step('a resident is added, corrected and taken off, without a script', async () => {
    const slow = await somebody('the same cadre', { javaScript: false })
    await slow.page.goto('/signin')
    await slow.page.locator('input[name=login]').fill('linyafang')
    await slow.page.locator('input[name=password]').fill(PASSWORD)
    await slow.page.locator('button[type=submit]').last().click()
    await slow.page.goto('/desk/roster/new')
    await slow.page.locator('input[name=name]').fill('王秀英')
    await slow.page.locator('input[name=body]').fill('5幢居民')
    await slow.page.locator('input[name=title]').fill('居民代表')
    await slow.page.getByRole('button', { name: '存好' }).click()
    await slow.page.getByRole('link', { name: '改王秀英' }).click()
    await slow.page.locator('input[name=building]').fill('5幢')
    await slow.page.getByRole('button', { name: '存好' }).click()
    await expect(slow.page.getByRole('status')).toContainText('存好了')
    await slow.page.getByText('不再代表').click()
    await slow.page.getByRole('button', { name: '从名册上撤下' }).click()
    await slow.page.waitForURL(/\/desk\/roster$/)
    await expect(slow.page.getByText('王秀英')).toHaveCount(0)
  })

  await test.step('the notice of a first session can be planned', async () => {
    await page.goto('/desk/sessions/new')
    await expect(page.locator('select[name=compoundId]')).toContainText('新安花园')
  })
})

async function fillIn({ page }: Actor, code: string, division = '350524'): Promise<void> {
  const typed: Record<string, string> = {
    code,
    county: '安溪县',
    division,
    town: '凤城镇',
    community: '新安社区',
    communityEn: 'Xin’an',
    compound: '新安花园',
    address: 'xinan',
    name: '林雅芳',
    title: '书记',
    login: 'linyafang',
    password: PASSWORD,
  }
  for (const [name, value] of Object.entries(typed)) {
    await page.locator(`input[name=${name}]`).fill(value)
  }
  await page.getByRole('button', { name: '设好，进入工作台' }).click()
}
