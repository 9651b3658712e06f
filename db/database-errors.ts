/**
 * The code an error carries, whichever driver threw it and whoever wrapped it: SQLSTATE or the
 * driver's own of a database, the system's (`EPIPE`) of a socket or a file; null without one.
 */
export function databaseCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? null : databaseCodeOf(error.cause)
}

/** Another row with the same key was there first. */
export const UNIQUE_VIOLATION = '23505'

/** Another row still points at this one. */
export const STILL_REFERRED_TO = '23503'

/** Serialization failure and deadlock: the same again may well work. */
export function lostRace(code: string | null): boolean {
  return code === '40001' || code === '40P01'
}

const DRIVER_CODES = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
])

/** The database is gone, restarting, full or in the way: nothing was wrong with what was asked. */
export function isPassing(code: string | null): boolean {
  if (code === null) return false
  return lostRace(code) || /^(08|53|55|57)/.test(code) || DRIVER_CODES.has(code)
}

/**
 * The connection went while a statement was on its way, so that nobody can say
 * whether it was committed. Every other passing error comes before the commit.
 */
export function isInDoubt(code: string | null): boolean {
  return code !== null && IN_DOUBT.has(code)
}

const IN_DOUBT = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

/** The statement's own data was refused: the same again never works. */
export function isPoison(code: string | null): boolean {
  return code !== null && /^(22|23|54)/.test(code)
}
