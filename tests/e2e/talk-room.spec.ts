import { expect, signIn, test } from './actors.ts'

/** What the demo's talk between two neighbours is about, and what its matter is called. */
const PRIVATE = /漏水怎么修|楼上漏水协商/

const PUBLIC = [
  '/',
  '/c/hebin',
  '/c/hebin/sessions',
  '/c/hebin/matters',
  '/c/hebin/matters?q=漏水',
  '/c/hebin/resolutions',
  '/feeds/hebin.ics',
]

test('[P5] the demo’s talk room is in no public page, list, calendar or search', async ({
  somebody,
}) => {
  const stranger = await somebody('stranger', { javaScript: false })
  for (const path of PUBLIC) {
    const answer = await stranger.page.request.get(path)
    expect(answer.status(), path).toBeLessThan(400)
    expect(await answer.text(), path).not.toMatch(PRIVATE)
  }
})

test('[P5] whoever mediates finds it, and the town does not', async ({ somebody }) => {
  const mediator = await somebody('mediator')
  await signIn(mediator, 'linyafang')
  await mediator.page.goto('/desk/sessions')
  await expect(mediator.page.getByText('和邻话室').first()).toBeVisible()
  const figures = await somebody('town')
  await signIn(figures, 'fengcheng')
  for (const path of ['/desk', '/desk/sessions', '/desk/matters']) {
    expect(await (await figures.page.request.get(path)).text(), path).not.toMatch(PRIVATE)
  }
})
