import { expect, type Actor } from './actors.ts'

export type RaisedMatter = { matterId: string; title: string }

/** What a resident said at the door, taken down and accepted by the desk. */
export async function raiseMatter({ page }: Actor, title: string): Promise<RaisedMatter> {
  await page.goto('/desk/matters/new')
  await page.locator('select[name=compoundId]').selectOption({ label: '祥和里' })
  await page.locator('select[name=category]').selectOption('PET')
  await page.locator('input[name=title]').fill(title)
  await page.locator('textarea[name=words]').fill('傍晚中心花园到处是狗，孩子不敢下楼。')
  await page.locator('label:has(input[name=who][value=nobody])').click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/\/desk\/matters\/(?!new)[^/?]+\?saved=1$/)
  const matterId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await page.goto(`/desk/matters/${matterId}?do=screen`)
  await page.getByRole('button', { name: '定下来' }).click()
  await expect(page.getByText('已受理').first()).toBeVisible()
  return { matterId, title }
}
