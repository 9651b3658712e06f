import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { z } from 'zod'
import { readConfig } from '#app/runtime/env.server.ts'
import { isForTheOperator } from '#app/runtime/is-for-the-operator.server.ts'
import { verifyLog, type LogCheck } from '#app/services/meetings/verify-log.server.ts'
import { contentHash } from '#app/services/records/content-hash.server.ts'
import { verifyRecords, type RecordCheck } from '#app/services/records/verify-records.server.ts'
import { openDatabase } from '#db/open-database.server.ts'

/**
 * `npm run verify -- MEETING`: checks a meeting's log against its own hashes, on the
 * database the program would use, and its sealed minutes and what was published of them
 * against theirs. `npm run verify -- --file FILE`: checks exported minutes, without any
 * database: the hash is sha-256 over `sealed` as canonical JSON (RFC 8785). Exit 0: sound,
 * with the last hash. 1: something was changed, with the place. 2: nothing could be checked.
 */
const USAGE = 'usage: npm run verify -- MEETING | --file MINUTES.json'

const sealedFile = z.object({
  format: z.enum(['council730.minutes/1', 'council730.minutes.public/1']),
  sealed: z.record(z.string(), z.unknown()),
  contentHash: z.string().nullable(),
})

const FAULTS: Record<Extract<LogCheck, { sound: false }>['fault'], string> = {
  gap: 'is missing',
  hash: 'is not what was written',
  verdict: 'gives a verdict that the ballot’s own row does not',
}

process.exitCode = await main(process.argv.slice(2))

async function main([meetingId, ...more]: readonly string[]): Promise<0 | 1 | 2> {
  if (meetingId === '--file' && more.length === 1) return verifyFile(more[0] ?? '')
  if (meetingId === undefined || meetingId === '--file' || more.length > 0) {
    return complain(USAGE)
  }
  try {
    const database = await openDatabase(readConfig())
    try {
      const log = report(meetingId, await verifyLog(database.db, meetingId))
      return log === 0 ? reportRecords(await verifyRecords(database.db, meetingId)) : log
    } finally {
      await database.close()
    }
  } catch (error) {
    // Whatever it was: 1 would say that something was changed.
    return complain(isForTheOperator(error) ? error.message : inspect(error))
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

function reportRecords(checks: readonly RecordCheck[]): 0 | 1 {
  for (const { what, sound, hash } of checks) {
    process.stdout.write(`${what}: ${sound ? 'unchanged' : 'is not what was sealed'} ${hash}\n`)
  }
  return checks.every(({ sound }) => sound) ? 0 : 1
}

function verifyFile(file: string): 0 | 1 | 2 {
  const read = readSealedFile(file)
  if (!read) return complain(`${file}: not a file of exported minutes`)
  if (read.contentHash === null) return complain(`${file}: a draft, not sealed yet`)
  const now = contentHash(read.sealed)
  const sound = now === read.contentHash
  process.stdout.write(
    `${file}: ${sound ? 'unchanged since it was sealed' : 'was changed'}\n${now}\n`,
  )
  return sound ? 0 : 1
}

function readSealedFile(file: string): { sealed: unknown; contentHash: string | null } | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return sealedFile.parse(read)
  } catch {
    return null
  }
}

function complain(words: string): 2 {
  process.stderr.write(`${words}\n`)
  return 2
}
