import { readConfig } from '#app/runtime/env.server.ts'
import { verifyLog, type LogCheck } from '#app/services/meetings/verify-log.server.ts'
import { openDatabase } from '#db/open-database.server.ts'

/**
 * `npm run verify -- MEETING`: checks a meeting's log against its own hashes, on the
 * database the program would use. Exit 0: sound, with the last hash. 1: something was
 * changed, with the place. 2: nothing could be checked.
 */
const USAGE = 'usage: npm run verify -- MEETING'

const FAULTS: Record<Extract<LogCheck, { sound: false }>['fault'], string> = {
  gap: 'is missing',
  hash: 'is not what was written',
  verdict: 'gives a verdict that the ballot’s own row does not',
}

process.exitCode = await main(process.argv.slice(2))

async function main([meetingId, ...more]: readonly string[]): Promise<0 | 1 | 2> {
  if (meetingId === undefined || more.length > 0) return complain(USAGE)
  try {
    const database = await openDatabase(readConfig())
    try {
      return report(meetingId, await verifyLog(database.db, meetingId))
    } finally {
      await database.close()
    }
  } catch (error) {
    // A wrong setting, a data directory that is in use, a database that does not answer.
    if (error instanceof Error) return complain(error.message)
    throw error
  }
}

function report(meetingId: string, check: LogCheck): 0 | 1 | 2 {
  if (!check.sound) {
    process.stdout.write(`${meetingId}: event ${check.seq} ${FAULTS[check.fault]}\n`)
    return 1
  }
  if (check.events === 0) return complain(`${meetingId}: there is no log`)
  process.stdout.write(
    `${meetingId}: ${check.events} events, ${check.phase}, sound\n${check.hash}\n`,
  )
  return 0
}

function complain(words: string): 2 {
  process.stderr.write(`${words}\n`)
  return 2
}
