import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

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
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|react-i18next|turbo-stream|@remix-run\/(react|router))\//

/** Where the pages of a participant's phone begin. */
const PHONE_ROUTES = /\/app\/routes\/m\.\$meetingId(\._index)?\.tsx/
const ICON = /node_modules\/@tabler\/icons-react\/.*\/(Icon\w+)\.mjs$/

/**
 * Puts the browser build into few files. Left alone, each icon and each small component is one: a
 * phone asks for seventy, and what is small compresses badly. What a phone's live page needs is
 * apart from what only other faces need, so that no phone pays for a desk.
 */
export function fewFiles(): Plugin {
  let phone: ReadonlySet<string> | null = null
  return {
    name: 'few-files',
    config: (_config, { command, isSsrBuild }) =>
      command === 'build' && !isSsrBuild
        ? {
            build: {
              rollupOptions: {
                output: {
                  manualChunks: (id, { getModuleIds, getModuleInfo }) => {
                    if (FRAMEWORK.test(id)) return 'framework'
                    phone ??= neededFrom(
                      [...getModuleIds()].filter((each) => PHONE_ROUTES.test(each)),
                      getModuleInfo,
                    )
                    const icon = ICON.exec(id)?.[1]
                    if (icon !== undefined && !phone.has(icon)) return 'icons'
                    if (/\/node_modules\/@tabler\//.test(id)) return 'parts'
                    if (!phone.has(id)) return undefined
                    if (/\/node_modules\/(socket\.io|engine\.io|@socket\.io)/.test(id))
                      return 'live'
                    return /\/app\/(ui|i18n|features|domain|live)\//.exec(id)?.[1]
                  },
                },
              },
            },
          }
        : null,
  }
}

/** Every module that is imported from these, and the name of every icon they write down. */
function neededFrom(
  entries: readonly string[],
  infoOf: (id: string) => Pick<Rollup.ModuleInfo, 'code' | 'importedIds'> | null,
): Set<string> {
  const needed = new Set<string>()
  const visit = (id: string) => {
    if (needed.has(id)) return
    needed.add(id)
    const info = infoOf(id)
    // The icons' own list names every icon there is.
    if (id.includes('/@tabler/')) return
    for (const [icon] of info?.code?.matchAll(/\bIcon[A-Z0-9]\w*/g) ?? []) needed.add(icon)
    for (const imported of info?.importedIds ?? []) visit(imported)
  }
  for (const entry of entries) visit(entry)
  return needed
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
