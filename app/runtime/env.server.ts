import { z } from 'zod'

const url = (protocols: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      message: `must start with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    })

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .default('3000')
    .transform(Number)
    .refine((port) => Number.isInteger(port) && port >= 0 && port < 65_536, {
      message: 'must be a whole number from 0 to 65535',
    }),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  SESSION_SECRET: z
    .string()
    .min(32, { message: 'must have at least 32 characters' })
    .optional(),
  SIGNING_KEY: z.string().optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  PUBLIC_ORIGIN: url(['http:', 'https:'])
    .transform((text) => new URL(text).origin)
    .optional(),
  METRICS_TOKEN: z.string().min(16, { message: 'must have at least 16 characters' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  DEMO: z
    .enum(['on', 'off'], { message: 'must be on or off' })
    .default('on')
    .transform((value) => value === 'on'),
})

/** The settings of one process, checked. What each means is in the README's table. */
export type Config = {
  host: string
  port: number
  databaseUrl: string | undefined
  dataDir: string
  sessionSecret: string | undefined
  /** Signs ballot records: an Ed25519 private key in PEM, or the path of its file. */
  signingKey: string | undefined
  /** What joins several processes on one database; without it there is one. */
  redisUrl: string | undefined
  /** Where people reach us, when that is not what the request says (a proxy ends TLS). */
  publicOrigin: string | undefined
  /** What a program has to show for `/metrics`; without it only this machine may ask. */
  metricsToken: string | undefined
  logLevel: NonNullable<z.output<typeof settings>['LOG_LEVEL']>
  /** Load the demo into an empty embedded database and let visitors be its people. */
  demo: boolean
}

/** A setting is missing or wrong. The message is one line and names the setting. */
export class SettingsError extends Error {
  readonly code = 'bad-setting'
}

/**
 * Reads and checks every setting there is.
 *
 * @throws SettingsError naming the first setting that is wrong; an empty one counts as absent.
 */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new SettingsError(
      `${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'wrong'}`,
    )
  }
  const values = parsed.data
  if (values.DATABASE_URL && !values.SESSION_SECRET) {
    throw new SettingsError('SESSION_SECRET: is required when DATABASE_URL is set')
  }
  if (values.REDIS_URL) {
    if (!values.DATABASE_URL) {
      throw new SettingsError(
        'REDIS_URL: joins processes on one DATABASE_URL, which is not set',
      )
    }
    // Made once in a folder, each process would have its own.
    if (!values.SIGNING_KEY) {
      throw new SettingsError(
        'SIGNING_KEY: is required when REDIS_URL is set, and the same for all',
      )
    }
  }
  return {
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    sessionSecret: values.SESSION_SECRET,
    signingKey: values.SIGNING_KEY,
    redisUrl: values.REDIS_URL,
    publicOrigin: values.PUBLIC_ORIGIN,
    metricsToken: values.METRICS_TOKEN,
    // Somebody who tries us out reads the terminal; whoever names a database collects the lines.
    logLevel: values.LOG_LEVEL ?? (values.DATABASE_URL ? 'info' : 'warn'),
    demo: values.DEMO && !values.DATABASE_URL,
  }
}

/** What a program that we start gets to see besides what it is told. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env }
}
