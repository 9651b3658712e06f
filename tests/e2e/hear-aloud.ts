import type { Actor } from './actors.ts'

/** From now on keeps every text that a screen reader is given to say. */
export async function hearAloud({ page }: Actor): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const listen = () => {
      for (const { textContent } of document.querySelectorAll('.vh[aria-live]')) {
        if (textContent && textContent !== heard.at(-1)) heard.push(textContent)
      }
    }
    new MutationObserver(listen).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}

/** How often something was said aloud since. */
export async function said({ page }: Actor, words: string): Promise<number> {
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  return heard.filter((each) => each.includes(words)).length
}
