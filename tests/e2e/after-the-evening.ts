import sharp from 'sharp'
import { aTelephonePhoto } from '#tests/helpers/telephone-photo.ts'
import { expect, seriousFindings, signIn, type Actor } from './actors.ts'
import type { RaisedMatter } from './raise-matter.ts'

/** The recorder writes down what was said, checks what the public will read, and seals it. */
export async function writeItDown(
  recorder: Actor,
  { meetingId, said }: { meetingId: string; said: string },
): Promise<void> {
  await signIn(recorder, 'xuxiaoyan')
  const { page } = recorder
  await page.goto(`/desk/sessions/${meetingId}/minutes`)
  await page.locator('textarea[name^="summary:"]').first().fill(said)
  await expect(page.getByText(/已自动保存/)).toBeVisible({ timeout: 20_000 })
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: '确认并封存' }).click()
  await expect(page.getByText('内容指纹', { exact: false })).toBeVisible()
}

/** The cadre publishes everything the evening came to; gives the pages' addresses. */
export async function publishAll(cadre: Actor, meetingId: string): Promise<string[]> {
  const { page } = cadre
  await page.goto(`/desk/sessions/${meetingId}/publish`)
  const open = page.getByRole('button', { name: '公布这一项' })
  const seen = page.getByRole('link', { name: '看公开页' })
  const total = (await open.count()) + (await seen.count())
  for (let done = await seen.count(); done < total; done += 1) {
    await open.first().click()
    await expect(seen).toHaveCount(done + 1)
  }
  expect(await seriousFindings(page)).toEqual([])
  return seen.evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).getAttribute('href') ?? ''),
  )
}

/** The personal links of a matter: for whoever does it, and for whoever raised it. */
export async function linksOf(
  cadre: Actor,
  { matterId }: RaisedMatter,
): Promise<{ task: string; visit: string }> {
  await cadre.page.goto(`/desk/matters/${matterId}`)
  const shown = cadre.page.locator('input[readonly]')
  await expect(shown.first()).toBeVisible()
  const values = await shown.evaluateAll((inputs) =>
    (inputs as HTMLInputElement[]).map((each) => each.value),
  )
  const find = (part: string) => values.find((each) => each.includes(part)) ?? ''
  return { task: find('/t/'), visit: find('/v/') }
}

/** The lead reports from a phone, once with a photo that still knows where it was taken. */
export async function reportWork(
  lead: Actor,
  taskLink: string,
  { kind, text, photo }: { kind: 'progress' | 'done'; text: string; photo: boolean },
): Promise<void> {
  const { page } = lead
  await page.goto(taskLink)
  await page.locator(`label:has(input[name=kind][value=${kind}])`).click()
  await page.locator('textarea[name=text]').fill(text)
  if (photo) {
    const buffer = Buffer.from(await aTelephonePhoto())
    expect((await sharp(buffer).metadata()).exif).toBeDefined()
    await page
      .locator('input[name=photos]')
      .setInputFiles({ name: 'IMG_0730.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('label:has(input[name=photosPublic])').click()
  }
  expect(await seriousFindings(page)).toEqual([])
  await page.locator('.ph-a button[type=submit]').click()
  await page.waitForURL(new RegExp(`[?&]sent=${kind}`))
  await expect(page.getByText(text)).toBeVisible()
}

/** No photo that a page shows says where, when or with what it was taken. */
export async function photosAreClean({ page }: Actor): Promise<void> {
  const shown = page.locator('img[src*="/photos/"]')
  await expect(shown.first()).toBeVisible()
  for (const path of await shown.evaluateAll((images) =>
    (images as HTMLImageElement[]).map((each) => each.src),
  )) {
    const answer = await page.request.get(path)
    expect(answer.status()).toBe(200)
    const photo = await answer.body()
    expect(photo.includes('GPS')).toBe(false)
    expect(photo.includes('P-730')).toBe(false)
    const { exif, width = 0, height = 0 } = await sharp(photo).metadata()
    expect(exif).toBeUndefined()
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
  }
}

/** Whoever raised it says whether it is solved, without a script. */
export async function answerVisit(
  { page }: Actor,
  visitLink: string,
  answer: { solved: 'yes' | 'no'; satisfaction: 'satisfied' | 'dissatisfied'; reason?: string },
): Promise<void> {
  await page.goto(visitLink)
  await page.locator(`label:has(input[name=solved][value=${answer.solved}])`).click()
  await page
    .locator(`label:has(input[name=satisfaction][value=${answer.satisfaction}])`)
    .click()
  if (answer.reason) await page.locator('textarea[name=reason]').fill(answer.reason)
  await page.locator('.ph-a button[type=submit]').click()
  await page.waitForURL(/[?&]sent=/)
}

export type Counters = { raised: number; solved: number; onTime: number; satisfied: number }

/** The numbers on the community's page, as anybody reads them. */
export async function countersOf({ page }: Actor): Promise<Counters> {
  await page.goto('/c/hebin?lang=zh-CN')
  const cells = page.locator('dl.nums > div')
  await expect(cells).toHaveCount(4)
  const figure = async (index: number) =>
    Number(
      await cells
        .nth(index)
        .locator('b')
        .innerText()
        .then((text) => text.replace('—', '-1')),
    )
  const note = await cells.first().locator('small').innerText()
  return {
    raised: Number(/\d+/.exec(note)?.[0] ?? -1),
    solved: await figure(0),
    onTime: await figure(1),
    satisfied: await figure(2),
  }
}
