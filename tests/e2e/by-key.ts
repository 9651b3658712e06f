import type { Locator, Page } from '@playwright/test'
import { expect } from './actors.ts'

/** Goes there with the Tab key, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 160; steps += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Goes to a button and presses it. */
export async function pressByKey(
  page: Page,
  target: Locator,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
