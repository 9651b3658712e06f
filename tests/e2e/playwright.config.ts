import { defineConfig, devices } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from '#tests/helpers/find-browser.ts'

const port = Number(process.env['E2E_PORT'] ?? 4730)
const executablePath = findBrowser()

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // They share one server and its demo, as people do.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    // A reader in another zone sees the time in Anxi all the same.
    timezoneId: 'Asia/Kathmandu',
    trace: 'retain-on-failure',
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    launchOptions: { args: BROWSER_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'node --import tsx tests/e2e/serve-fresh.ts',
    cwd: '../..',
    url: `http://127.0.0.1:${port}/health/ready`,
    timeout: 240_000,
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: `.cache/e2e-${port}`,
      DATABASE_URL: '',
      PUBLIC_ORIGIN: '',
      LOG_LEVEL: 'error',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
  },
})
