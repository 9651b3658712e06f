import type { Page, WebSocketRoute } from '@playwright/test'

/** A page's live connection: what it has been told so far, and the means to cut and mend it. */
export type LiveWire = {
  heard: string[]
  cut: () => Promise<void>
  /** The connections that stand go dead without a word, as those of a phone that sleeps; new ones work. */
  deafen: () => void
  mend: () => void
}

/** Call before the page is opened: it stands between the page and the server from then on. */
export async function tapLiveWire(page: Page): Promise<LiveWire> {
  const heard: string[] = []
  const open = new Set<WebSocketRoute>()
  let isCut = false
  /** Connections of an earlier one are dead. */
  let life = 0
  await page.routeWebSocket(/\/live\//, (client) => {
    if (isCut) return void client.close()
    const server = client.connectToServer()
    const at = life
    server.onMessage((message) => {
      if (at !== life) return
      heard.push(message.toString())
      client.send(message)
    })
    client.onMessage((message) => {
      if (at === life) server.send(message)
    })
    open.add(client)
  })
  await page.route(/\/live\//, async (route) => {
    if (isCut) return route.abort()
    // A server that is down for a moment looks to the page as it would without us in between.
    const response = await route.fetch().catch(() => null)
    if (!response) return route.abort()
    heard.push(await response.text())
    await route.fulfill({ response })
  })
  return {
    heard,
    cut: async () => {
      isCut = true
      await Promise.all([...open].map((client) => client.close()))
      open.clear()
    },
    deafen: () => {
      life += 1
    },
    mend: () => {
      isCut = false
    },
  }
}
