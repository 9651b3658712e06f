import type { Page } from '@playwright/test'
import { expect, seriousFindings, test } from './actors.ts'

/** Of A3, in points. */
const SHEET = { width: 841.9, height: 1190.6 }
/** 18 pt in the pixels of a page. */
const SMALLEST_PX = 24
const MM_PX = 96 / 25.4

for (const language of ['zh-CN', 'en'] as const) {
  test(`[R31] posters for the notice board, in ${language}`, async ({ somebody }) => {
    const { page } = await somebody('reader', { language })
    await page.goto('/c/hebin/resolutions')
    const resolutions = await linksTo(page, /^\/resolutions\/[^/]+$/)
    // The demo's own stand last.
    const resolution = resolutions.at(-1) ?? ''

    await test.step('a resolution takes one sheet', async () => {
      await page.goto(resolution)
      await page.getByRole('link', { name: /A3/ }).click()
      await looksLikeAPoster(page)
      expect(await sheets(page)).toHaveLength(1)
    })

    await test.step('minutes take as many as their text needs, the seal on the last', async () => {
      await page.goto(resolution)
      const [minutes = ''] = await linksTo(page, /^\/minutes\/[^/]+$/)
      await page.goto(minutes)
      const words = await page.locator('.pm-paper').innerText()
      await page.getByRole('link', { name: /A3/ }).click()
      await expect(page).toHaveURL(/\/print\?size=a3$/)
      await looksLikeAPoster(page)
      const poster = await page.locator('article.a3').innerText()
      const said = poster.replace(/\s/g, '')
      for (const line of words.split('\n').filter((each) => each.trim() !== '')) {
        expect(said).toContain(line.replace(/\s/g, ''))
      }
      const before = (await sheets(page)).length
      await page.evaluate(() => {
        const blocks = [...document.querySelectorAll('article.a3 > div[lang] > *')]
        const last = document.querySelector('article.a3 > div[lang]')
        for (let copy = 0; copy < 5; copy += 1) {
          last?.append(...blocks.map((block) => block.cloneNode(true)))
        }
      })
      expect((await sheets(page)).length).toBeGreaterThan(before + 2)
    })
  })
}

async function linksTo(page: Page, path: RegExp): Promise<string[]> {
  const paths = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''))
  return paths.filter((each) => path.test(each))
}

/** What every poster has: large letters, a code to check it by, and the place for the seal over the organ. */
async function looksLikeAPoster(page: Page): Promise<void> {
  const poster = page.locator('article.a3')
  await expect(poster).toBeVisible()
  await expect(poster.locator('.code svg')).toBeVisible()
  await expect(poster.locator('.chk')).toHaveText(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/i)
  expect(await seriousFindings(page)).toEqual([])
  const small = await poster.evaluate(
    (article, least) =>
      [...article.querySelectorAll('*')]
        .filter((each) => each.children.length === 0 && each.textContent?.trim())
        .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < least)
        .map((each) => each.textContent),
    SMALLEST_PX,
  )
  expect(small).toEqual([])
  const seal = await poster.locator('.stampbox').boundingBox()
  const organ = await poster.locator('.seal-on p').boundingBox()
  expect(seal?.width).toBeCloseTo(42 * MM_PX, 0)
  const [inside, above, below] = [
    organ?.y ?? 0,
    seal?.y ?? 0,
    (seal?.y ?? 0) + (seal?.height ?? 0),
  ]
  expect(inside).toBeGreaterThan(above)
  expect(inside + (organ?.height ?? 0)).toBeLessThan(below)
}

/** The sheets it is printed on, each of them A3. */
async function sheets(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(
    ([, box = '']) => box.trim(),
  )
  for (const box of boxes) {
    const [, , width, height] = box.split(/\s+/).map(Number)
    expect(width).toBeCloseTo(SHEET.width, -1)
    expect(height).toBeCloseTo(SHEET.height, -1)
  }
  return boxes
}
