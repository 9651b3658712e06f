import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'
import { inheritedEnvironment } from '#app/runtime/env.server.ts'
import { lockDataDir } from './lock-data-dir.server.ts'

type Place = { databaseUrl?: string | undefined; dataDir: string }

/** What the operator can put right; the message is one line. */
export class BackupError extends Error {
  readonly code = 'backup'
}

/**
 * Writes the whole database into a file: `pg_dump`'s own format, or, for the embedded database, an
 * archive of its folder. A server may run meanwhile on PostgreSQL and not on the embedded one.
 *
 * @throws BackupError when the file is there already, or a program is missing or fails.
 * @throws DataDirLockedError when a server has the embedded database open.
 */
export async function backUp({ databaseUrl, dataDir }: Place, file: string): Promise<void> {
  const target = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw isCode(error, 'EEXIST')
      ? new BackupError(`${file}: is there already; name another file`)
      : error
  })
  try {
    if (databaseUrl) {
      await withPostgres(databaseUrl, (sql) => sql.unsafe(MIX_PAPERS))
      await run('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`], databaseUrl)
      return
    }
    const folder = join(dataDir, 'db')
    if (!(await exists(folder))) throw new BackupError(`DATA_DIR: ${dataDir} holds no database`)
    const unlock = await lockDataDir(dataDir)
    try {
      const client = await PGlite.create(folder)
      await client.exec(MIX_PAPERS)
      // The archive has whole files in it, and in them rows that were deleted.
      await client.exec('vacuum full secret_paper')
      await client.exec(FORGET_THE_PAST)
      const dump = await client.dumpDataDir('gzip')
      await client.close()
      await target.writeFile(new Uint8Array(await dump.arrayBuffer()))
      await target.sync()
    } finally {
      await unlock()
    }
  } catch (error) {
    // Half a backup would look like one.
    await rm(file, { force: true })
    throw error
  } finally {
    await target.close()
  }
}

/**
 * Puts a backup in the place of an empty database.
 *
 * @param force - of one that is not empty, too: what it holds is gone.
 * @throws BackupError when the place is not empty, or the file is no backup of its kind.
 */
export async function restore(
  { databaseUrl, dataDir }: Place,
  file: string,
  { force }: { force: boolean },
): Promise<void> {
  if (!(await exists(file))) throw new BackupError(`${file}: is not there`)
  if (databaseUrl) await restorePostgres(databaseUrl, file, force)
  else await restorePglite(dataDir, file, force)
}

async function restorePostgres(url: string, file: string, force: boolean): Promise<void> {
  // Read before anything is dropped: what is no archive ends here.
  await run('pg_restore', ['--list', file], url)
  await withPostgres(url, async (sql) => {
    const [held] = await sql<{ tables: number }[]>`
      select count(*)::int as tables from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`
    if ((held?.tables ?? 0) > 0 && !force)
      throw notEmpty('the database that DATABASE_URL names')
    await sql.unsafe(
      'drop schema if exists drizzle cascade; drop schema if exists public cascade; create schema public',
    )
  })
  const database = new URL(url).pathname.slice(1)
  await run(
    'pg_restore',
    ['--no-owner', '--exit-on-error', '--single-transaction', `--dbname=${database}`, file],
    url,
  )
}

/**
 * A backup that is made while a secret ballot is open would have its papers in the order in which
 * they came, beside the voters in the same order. Random names put them in another; the lock keeps
 * votes out for as long as that takes.
 */
const MIX_PAPERS = `do $$ begin
  if to_regclass('secret_paper') is null then return; end if;
  lock table secret_paper in access exclusive mode;
  create temporary table box on commit drop as select * from secret_paper;
  delete from secret_paper;
  insert into secret_paper select * from box order by ballot_id, paper_id;
end $$`

/**
 * The archive has the write-ahead log in it too, where each paper lies beside whoever handed it in.
 * What was written until now is in the tables, so a new segment is begun and the old ones are
 * deleted; kept for use again, as is usual, they would still hold it.
 */
const FORGET_THE_PAST = `
  set wal_recycle = off;
  checkpoint;
  select pg_switch_wal();
  checkpoint;`

async function withPostgres<Answer>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Answer>,
): Promise<Answer> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 3 })
  }
}

async function restorePglite(dataDir: string, file: string, force: boolean): Promise<void> {
  const folder = join(dataDir, 'db')
  await mkdir(dataDir, { recursive: true })
  const unlock = await lockDataDir(dataDir)
  const fresh = join(dataDir, 'db.restored')
  const old = join(dataDir, 'db.replaced')
  try {
    const held = await exists(folder)
    if (held && !force) throw notEmpty(folder)
    await rm(fresh, { recursive: true, force: true })
    const archive = new Blob([new Uint8Array(await readFile(file))])
    try {
      const client = await PGlite.create({ dataDir: fresh, loadDataDir: archive })
      await client.query('select count(*) from meeting')
      await client.close()
    } catch (error) {
      throw new BackupError(`${file}: is no backup of the embedded database`, { cause: error })
    }
    await rm(old, { recursive: true, force: true })
    if (held) await rename(folder, old)
    await rename(fresh, folder)
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await unlock()
  }
}

function notEmpty(place: string): BackupError {
  return new BackupError(`${place} is not empty; --force replaces what it holds`)
}

/** Runs one of PostgreSQL's own programs; what to connect to goes by the environment, unseen by `ps`. */
async function run(program: string, args: string[], url: string): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslMode = searchParams.get('sslmode')
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...inheritedEnvironment(),
      PGHOST: hostname.replace(/^\[|\]$/g, ''),
      PGPORT: port || '5432',
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: decodeURIComponent(pathname.slice(1)),
      ...(sslMode === null ? {} : { PGSSLMODE: sslMode }),
    },
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => {
      const missing = isCode(error, 'ENOENT')
      reject(
        new BackupError(
          missing
            ? `${program}: is not installed; it comes with PostgreSQL's client programs`
            : `${program}: ${error.message}`,
        ),
      )
    })
    child.once('close', (status) => {
      if (status === 0) resolve()
      else reject(new BackupError(complaint.trim().split('\n')[0] ?? `${program} failed`))
    })
  })
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
