import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * Makes `input` the entry of the server bundle.
 *
 * Remix v2 sets `rollupOptions.input` itself, so the same setting in `vite.config.ts` is
 * ignored; a plugin listed after `remix()` has the last word. `start.js` exists because React
 * reads NODE_ENV while it is being imported, and `NODE_ENV=… node …` is no command on Windows.
 */
export function serverEntry(input: string): Plugin {
  return {
    name: 'server-entry',
    config: (_config, { command, isSsrBuild }) =>
      command === 'build' && isSsrBuild
        ? { build: { target: 'node20', rollupOptions: { input } } }
        : null,
    generateBundle(_options, _bundle) {
      if (this.environment.config.consumer !== 'server') return
      this.emitFile({
        type: 'asset',
        fileName: 'start.js',
        source: `process.env.NODE_ENV ??= 'production'\nconst { serve } = await import('./index.js')\nawait serve()\n`,
      })
    },
  }
}

/** What every page needs; one file, which changes only when a dependency does. */
const FRAMEWORK =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|react-i18next|i18next|turbo-stream|@remix-run\/(react|router))\//

const ICONS = /node_modules\/@tabler\/icons-react\//

/**
 * Puts the browser build into few files. Left alone, each icon and each small component is one: a
 * phone asks for seventy, and what is small compresses badly.
 */
export function fewFiles(): Plugin {
  return {
    name: 'few-files',
    config: (_config, { command, isSsrBuild }) =>
      command === 'build' && !isSsrBuild
        ? {
            build: {
              rollupOptions: {
                output: {
                  manualChunks: (id) =>
                    FRAMEWORK.test(id) ? 'framework' : ICONS.test(id) ? 'icons' : undefined,
                },
              },
            },
          }
        : null,
  }
}

const compressible = /\.(js|css|svg|json|txt|webmanifest|ttf)$/

/** Writes a `.br` and a `.gz` beside every text file of the browser build, so that serving one costs no work. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    async writeBundle(options) {
      const folder = options.dir
      if (!folder) return
      const files = await readdir(folder, { recursive: true })
      await Promise.all(
        files
          .filter((file) => compressible.test(file))
          .map((file) => compress(join(folder, file))),
      )
    },
  }
}

const brotli = promisify(brotliCompress)
const gunzippable = promisify(gzip)

async function compress(file: string): Promise<void> {
  const plain = await readFile(file)
  if (plain.length < 256) return
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gunzippable(plain, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
