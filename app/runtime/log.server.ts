import { databaseCodeOf } from '#db/database-errors.ts'
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

/** Fields that may say who somebody is, or let a reader be them. They never reach the log. */
const PERSONAL = [
  'password',
  'token',
  'code',
  'secret',
  'cookie',
  'authorization',
  'phone',
  'name',
  'address',
  'choice',
  'email',
  'ip',
]

/**
 * One JSON line for each thing worth telling an operator. Log ids and codes; what people wrote,
 * chose or are called stays out, and the fields above are blanked in case one slips in. Of an error
 * only the kind and the stack are kept: a database's message can quote the row it refused.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: PERSONAL.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[removed]',
    },
    serializers: { err: safeError, error: safeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

function safeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { type, stack } = stdSerializers.err(error)
  const code = databaseCodeOf(error)
  // The first line of a stack is the message; the frames below it say where.
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { type, ...(code !== null && { status: code }), stack: frames.join('\n') }
}
