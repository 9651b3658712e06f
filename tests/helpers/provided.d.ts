import 'vitest'

declare module 'vitest' {
  /** What `migrate-once.ts` makes for every test file. */
  export interface ProvidedContext {
    /** A file with an empty, migrated PGlite. */
    migratedDump: string
    /** The server to make databases on, when there is one, and the name of a migrated one to copy. */
    postgres: { url: string; template: string } | undefined
  }
}
