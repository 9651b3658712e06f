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

/**
 * A busy machine: what React is to do after a change comes after the page was drawn. Then the page
 * behind a dialog that closed is still shut when the focus should go back to it.
 */
export async function drawBeforeTidying(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      setTimeout(() => postMessage.call(this, message), 60)
    }
    // Time runs fast, so that no two pieces of work fit into one turn.
    const now = performance.now.bind(performance)
    performance.now = () => now() * 20
  })
}
