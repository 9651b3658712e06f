import { expect, type Actor } from './actors.ts'

export type Convened = {
  meetingId: string
  /** Personal links, in the order in which the desk lists the sides. */
  links: Record<'resident' | 'neighbour' | 'manager' | 'owner' | 'officer', string>
  screenLink: string
}

/** Title and proposal of the item that the room decides on. */
export const BALLOT_ITEM = {
  title: '中心花园遛狗时间约定',
  proposal: '早上 7 点前、晚上 8 点后遛狗，都牵绳',
}
export const CONSENSUS_ITEM = {
  title: '架空层晾晒时间',
  proposal: '架空层晾晒到晚上 9 点收',
}

/** The people of 祥和里 who are asked, by side; everybody else is left out. */
const ASKED = { 居民: 2, 物业: 1, 业委会: 1, 民警: 1, 社区两委: 0 }

/** Otherwise than the newest set of rules has it. */
type Rules = { hardStop?: false; turnSeconds?: number; warnSeconds?: number }

/**
 * Goes through the stepper as a cadre would, and sends the notice.
 *
 * @param matter - title of an accepted matter that the ballot is about.
 */
export async function convene(
  { page }: Actor,
  { matter, rules = {} }: { matter?: string; rules?: Rules } = {},
): Promise<Convened> {
  await page.goto('/desk/sessions/new')
  await page.locator('select[name=compoundId]').selectOption({ label: '祥和里' })
  await page.getByRole('button', { name: '下一步：时间' }).click()

  await expect(page.locator('input[name=time]')).toHaveValue('19:30')
  await page.getByRole('button', { name: '下一步：议程' }).click()

  await addDecision(page, BALLOT_ITEM, 'ballot', matter)
  await addDecision(page, CONSENSUS_ITEM, 'consensus')
  await page.getByRole('button', { name: '下一步：邀请各方' }).click()

  await askOnly(page)
  await page.getByRole('button', { name: '下一步：议事规则' }).click()
  await adopt(page, rules)
  await page.getByRole('button', { name: '下一步：看通知' }).click()
  await expect(page.getByText(BALLOT_ITEM.title).first()).toBeVisible()
  await page.getByRole('button', { name: '发出通知并锁定议程' }).click()

  await page.waitForURL(/\/desk\/sessions\/[^/]+$/)
  const meetingId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const shown = page.locator('input[readonly][value*="/i/"]')
  await expect(shown).toHaveCount(5)
  const [resident = '', neighbour = '', manager = '', owner = '', officer = ''] =
    await shown.evaluateAll((inputs) =>
      (inputs as HTMLInputElement[]).map((each) => each.value),
    )
  const screenLink = await page.locator('a[href*="/screen?k="]').first().getAttribute('href')
  const links = { resident, neighbour, manager, owner, officer }
  return { meetingId, links, screenLink: screenLink ?? '' }
}

async function adopt(page: Actor['page'], { hardStop, ...seconds }: Rules): Promise<void> {
  const stops = page.getByRole('switch', { name: '时间到，发言自动结束' })
  await expect(stops).toBeChecked()
  if (hardStop === false) await stops.setChecked(false)
  for (const [name, value] of Object.entries(seconds)) {
    // Shorter than the page offers, so that a test need not wait for minutes.
    await page.locator(`select[name=${name}]`).evaluate((select: HTMLSelectElement, wanted) => {
      select.append(new Option(wanted, wanted, true, true))
    }, String(value))
  }
}

async function addDecision(
  page: Actor['page'],
  item: { title: string; proposal: string },
  method: 'ballot' | 'consensus',
  matter?: string,
): Promise<void> {
  const titles = page.locator('input[name^="item."][name$=".title"]')
  const add = page.getByRole('button', {
    name: matter === undefined ? '自己写一项' : `把“${matter}”放进议程`,
  })
  await expect(add).toBeVisible()
  const before = await titles.count()
  await add.click()
  await expect(titles).toHaveCount(before + 1)
  // A new item stands before the closing part or after it; it is the one without a title, or with the matter's.
  const names = await titles.evaluateAll(
    (inputs, wanted) =>
      (inputs as HTMLInputElement[])
        .filter((input) => input.value === wanted)
        .map((input) => input.name),
    matter ?? '',
  )
  const prefix = (names[0] ?? '').replace('.title', '')
  const field = (name: string) => page.locator(`[name="${prefix}.${name}"]`)
  await field('title').fill(item.title)
  await field('kind').selectOption('decision')
  await field('topicType').selectOption('soft-matter')
  await field('method').selectOption(method)
  await field('proposal').fill(item.proposal)
}

async function askOnly(page: Actor['page']): Promise<void> {
  for (const [side, wanted] of Object.entries(ASKED)) {
    const group = page.getByRole('group', { name: side })
    await expect(group).toBeVisible()
    const boxes = group.locator('input[name=invite]')
    for (const [index, box] of (await boxes.all()).entries()) {
      await box.setChecked(index < wanted)
    }
  }
}
