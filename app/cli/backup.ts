import { readConfig } from '#app/runtime/env.server.ts'
import { isForTheOperator } from '#app/runtime/is-for-the-operator.server.ts'
import { backUp, restore } from '#db/back-up.server.ts'

/**
 * `npm run db:backup -- FILE` and `npm run db:restore -- FILE [--force]`, on the database the
 * program would use. Exit 0: done. 2: not done, with one line that says why.
 */
const USAGE = 'usage: npm run db:backup -- FILE, or npm run db:restore -- FILE [--force]'

process.exitCode = await main(process.argv.slice(2))

async function main([what, ...rest]: readonly string[]): Promise<0 | 2> {
  const files = rest.filter((each) => each !== '--force')
  const [file] = files
  const force = rest.includes('--force')
  if (file === undefined || files.length > 1) return complain(USAGE)
  try {
    const config = readConfig()
    if (what === 'backup' && !force) {
      await backUp(config, file)
      process.stdout.write(
        `${file}: everything but the key that signs ballot records; keep that beside it\n`,
      )
      return 0
    }
    if (what === 'restore') {
      await restore(config, file, { force })
      process.stdout.write(`${file}: restored\n`)
      return 0
    }
    return complain(USAGE)
  } catch (error) {
    if (isForTheOperator(error)) return complain(error.message)
    throw error
  }
}

function complain(words: string): 2 {
  process.stderr.write(`${words}\n`)
  return 2
}
