import { expect, test } from '@playwright/test'

test('a page starts in the browser without a word from its policy or its console', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/preferences')
  await page.waitForLoadState('networkidle')
  expect(complaints).toEqual([])
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('[H10] a public page that was drawn before starts the same, in its own language', async ({
  browser,
}) => {
  const complaints: string[] = []
  const nonces = new Set<string>()
  for (const [address, lang] of [
    ['/', 'zh-CN'],
    ['/', 'zh-CN'],
    ['/?lang=en', 'en'],
    ['/?lang=en', 'en'],
  ] as const) {
    // Somebody else each time: a browser that has the page would be told that it has not changed.
    const context = await browser.newContext()
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    const answer = await page.goto(address)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(policy) ?? []
    expect(await answer?.text()).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await page.waitForLoadState('networkidle')
    await context.close()
  }
  expect(nonces.size).toBe(4)
  expect(complaints).toEqual([])
})

test('a chosen language is kept, and the address can ask for the other once', async ({
  page,
  baseURL,
}) => {
  const answer = await page.request.post('/preferences', {
    form: { language: 'en', returnTo: '/?lang=zh-CN' },
    headers: { Origin: baseURL ?? '' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(302)
  expect(answer.headers()['location']).toBe('/')
  await page.goto('/no-such-page')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/no-such-page?lang=zh-CN')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [language, title] of [
    ['zh-CN', '没找到这一页'],
    ['en', 'This page was not found'],
  ] as const) {
    test(`a page that is not there says so, with its status (${language})`, async ({
      page,
    }) => {
      const answer = await page.goto(`/no-such-page?lang=${language}`)
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    })
  }
})
