const CODES = new Set<unknown>([
  'bad-setting',
  'data-dir-locked',
  'database-unreachable',
  'backup',
  // A port or a file of theirs.
  'EADDRINUSE',
  'EADDRNOTAVAIL',
  'EACCES',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EROFS',
])

/**
 * Whether whoever started a program can put it right from the one line of the error; anything else
 * is a bug and keeps its stack.
 */
export function isForTheOperator(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && CODES.has(error.code)
}
