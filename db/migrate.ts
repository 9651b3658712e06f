import { readConfig } from '#app/runtime/env.server.ts'
import { openDatabase } from './open-database.server.ts'

// `npm run db:migrate`: opening a database brings its tables up to date.
const database = await openDatabase(readConfig())
await database.close()
process.stdout.write(`${database.kind}: tables are up to date\n`)
