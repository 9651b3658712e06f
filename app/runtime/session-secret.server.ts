import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that signs cookies: the one that was set, else one made once and kept in `dataDir`,
 * so that a restart signs nobody out.
 */
export async function sessionSecret(
  given: string | undefined,
  dataDir: string,
): Promise<string> {
  if (given) return given
  const file = join(dataDir, 'session-secret')
  await mkdir(dataDir, { recursive: true })
  const made = randomBytes(32).toString('base64url')
  try {
    await writeFile(file, made, { flag: 'wx', mode: 0o600 })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readFile(file, 'utf8')).trim()
  }
}
