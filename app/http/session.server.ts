import { createHash } from 'node:crypto'
import { createCookie, createSessionStorage, type SessionStorage } from '@remix-run/node'
import {
  createSessionReads,
  deleteSession,
  writeSession,
} from '#app/services/accounts/session-rows.server.ts'
import type { Database, OpenDatabase } from '#db/database.ts'

/** `until`: on a tablet that goes round the seat ends by itself then, ms; elsewhere with the session. */
export type OpenedSeat = { seatId: string; version: number; until?: number }

/** What a browser is remembered as. All of it is on the server; the cookie is only the way to it. */
export type SessionData = {
  /** The staff account that signed in. */
  accountId: string
  /** Seats whose personal links were opened here, by meeting id. */
  seats: Record<string, OpenedSeat>
  /** Hall screens that were opened here: meeting id to the version of the link. */
  screens: Record<string, number>
  /** Tablets that staff have given out: meeting id to the hash of their PIN, and whose tablet it was. */
  kiosks: Record<string, { pin: string; accountId: string }>
}

export type Sessions = SessionStorage<SessionData>

/** What a browser shows as its session, unread: it tells browsers apart and says nothing of who it is. */
export function sessionShown(cookieHeader: string | undefined): string | null {
  return /(?:^|;\s*)session=([^;]+)/.exec(cookieHeader ?? '')?.[1] ?? null
}

const DAYS_30 = 30 * 24 * 3600

/**
 * Sessions as rows. The row's id is the hash of what the cookie carries, so a copy of the table
 * signs nobody in.
 */
export function createSessions({
  db,
  database,
  now,
  randomBytes,
  secret,
  https,
}: {
  db: Database
  database: Pick<OpenDatabase, 'query'>
  now: () => Date
  randomBytes: (size: number) => Uint8Array
  secret: string
  https: boolean
}): Sessions {
  const lent = { db, now }
  const rowId = (token: string) => createHash('sha256').update(token).digest('hex')
  const read = createSessionReads({ query: database.query, now })
  // Remix suggests an end too, but takes it from a clock of its own.
  const save = (token: string, data: Record<string, unknown>) =>
    writeSession(lent, {
      id: rowId(token),
      data,
      expiresAt: new Date(now().getTime() + DAYS_30 * 1000),
    })

  return createSessionStorage<SessionData>({
    cookie: createCookie('session', {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: https,
      secrets: [secret],
      maxAge: DAYS_30,
    }),
    async createData(data) {
      const token = Buffer.from(randomBytes(32)).toString('base64url')
      await save(token, data)
      return token
    },
    readData: (token) => read(rowId(token)),
    updateData: (token, data) => save(token, data),
    deleteData: (token) => deleteSession(lent, rowId(token)),
  })
}
