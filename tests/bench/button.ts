import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from '#tests/helpers/find-browser.ts'
import { startApp } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { prepareHall } from './prepare-hall.ts'
import { script, startChild } from './processes.ts'
import type { Figure, Goal, Outcome } from './report.ts'

/** A phone of some years ago: four times slower than this machine. */
const CPU_TIMES_SLOWER = 4
/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. In bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const IN_THE_HALL = 40
const BUTTON = 'input[name="choice"][value="yes"]'

/** A slow phone on a slow line opens its link while a ballot is open: until the vote button is there, and works. */
export async function button({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    return { figures: [], goals: GOALS, notes: ['No Chromium here: nothing was measured'] }
  }
  const rounds = quick ? 2 : 7
  const figures: Figure[] = []
  const app = await startApp({
    databaseUrl,
    port: firstPort,
    prepare: (services) =>
      prepareHall(services, { phones: IN_THE_HALL, meetings: 1, secrecy: 'open' }),
  })
  const floor = await startChild(0, script('floor-button.ts'))
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    const [meeting] = app.prepared.meetings
    const bare = `http://127.0.0.1:${(floor.hello as { port: number }).port}/`
    const ours = `http://127.0.0.1:${app.port}/m/${meeting?.meetingId}`
    for (let round = 0; round <= rounds; round += 1) {
      for (const [subject, url, cookie] of [
        ['bare button', bare, null],
        ['our phone', ours, app.prepared.cookies[round % IN_THE_HALL] ?? ''],
      ] as const) {
        const visits = await firstAndSecondVisit(browser, url, cookie)
        // Round 0 warms up.
        if (round === 0) continue
        for (const [visit, { seen, works, kB }] of visits.entries()) {
          const name = visit === 0 ? subject : `${subject}, again`
          figures.push(
            { subject: name, what: 'seen ms', round, value: seen },
            { subject: name, what: 'works ms', round, value: works },
            { subject: name, what: 'kB', round, value: kB },
          )
        }
      }
    }
  } finally {
    await browser.close()
    await floor.kill()
    await app.stop()
  }
  return {
    figures,
    goals: GOALS,
    notes: [
      `Chromium on a processor ${CPU_TIMES_SLOWER}× slower, 150 ms and 1.6 Mbit/s; “again” has the files in its cache`,
      'seen: drawn, and the form posts without script; works: React has it in hand; kB: received, compressed',
    ],
  }
}

const GOALS: Goal[] = ['seen ms', 'works ms'].flatMap((what) =>
  ['', ', again'].map((visit): Goal => ({
    what,
    subject: `our phone${visit}`,
    base: `bare button${visit}`,
    must: 'scale',
    value: 0,
  })),
)

type Visit = { seen: number; works: number; kB: number }

async function firstAndSecondVisit(
  browser: Browser,
  url: string,
  cookie: string | null,
): Promise<Visit[]> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  })
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    // Of the whole site: one of the page's own address would not go with its socket.
    await context.addCookies([{ name, value, url: new URL(url).origin }])
  }
  // tsx marks the names of inner functions with a call that a page does not have.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(watchButton, BUTTON)
  try {
    const visits: Visit[] = []
    for (let visit = 0; visit < 2; visit += 1) {
      const page = await context.newPage()
      const wire = await slowDown(page)
      const received = countBytes(wire)
      await page.goto(url, { waitUntil: 'commit' })
      const times = await page.waitForFunction(
        () => {
          const { seen, works } = window as unknown as Partial<Visit>
          return seen !== undefined && works !== undefined ? { seen, works } : null
        },
        null,
        { polling: 200, timeout: 60_000 },
      )
      const { seen, works } = (await times.jsonValue()) ?? { seen: NaN, works: NaN }
      visits.push({ seen, works, kB: received() / 1000 })
      await page.close()
    }
    return visits
  } finally {
    await context.close()
  }
}

async function slowDown(page: Page): Promise<CDPSession> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', SLOW_4G)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER })
  return wire
}

function countBytes(wire: CDPSession): () => number {
  let bytes = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  return () => bytes
}

/** Runs in the page, frame by frame. */
function watchButton(selector: string): void {
  const marks = window as unknown as Partial<Visit>
  const look = () => {
    const button = document.querySelector(selector)
    const box = button?.parentElement?.getBoundingClientRect()
    if (button && box && box.height > 0) {
      marks.seen ??= performance.now()
      // React marks what it has taken over.
      if (Object.keys(button).some((key) => key.startsWith('__reactProps'))) {
        marks.works = performance.now()
        return
      }
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
