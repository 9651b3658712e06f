import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where the migrations are. Looked up from this file's own place, because in the server bundle that
 * place is `build/server`, two folders away from where it was written.
 */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('db/migrations is not beside the program')
    folder = parent
  }
  return join(folder, 'db', 'migrations')
}
