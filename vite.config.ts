import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import { fewFiles, precompress, serverEntry } from './app/runtime/build-plugins.ts'

const isTest = Boolean(process.env['VITEST'])

// An odd zone (+05:45) shows every place that forgets to name Asia/Shanghai. It has to be set
// before a worker starts: Node reads it once per process.
if (isTest) process.env.TZ = 'Asia/Kathmandu'

export default defineConfig({
  plugins: isTest
    ? []
    : [
        remix({
          ignoredRouteFiles: ['**/.*', '**/*.test.{ts,tsx}', '**/*.css'],
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: true,
            v3_relativeSplatPath: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
        serverEntry('./app/server.ts'),
        fewFiles(),
        precompress(),
      ],
  build: {
    manifest: true,
    // A picture inside a stylesheet would need `img-src data:`; small files are cheap over HTTP.
    assetsInlineLimit: 0,
    // The same for both builds: a stylesheet's name is made of its content, and the server's build
    // would otherwise link to a copy that it neither minified nor compressed.
    cssMinify: true,
    cssTarget: ['chrome87', 'edge88', 'firefox78', 'safari14'],
  },
  test: {
    globalSetup: ['./tests/helpers/migrate-once.ts'],
    setupFiles: ['./tests/helpers/fail-on-console-error.ts'],
    include: [
      'app/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'tests/contracts/**/*.test.ts',
      'tests/faults/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
    ],
    // One process for many files: a PGlite takes over a second to start, and nothing of ours
    // keeps state in a module.
    pool: 'forks',
    isolate: false,
    // The first test of a process waits for its PGlite, which takes long on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    sequence: { hooks: 'stack' },
  },
})
