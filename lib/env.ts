import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import {
  databaseUrl,
  fileStorageUrl,
  flag,
  folder,
  isNetwork,
  listenHost,
  mailFrom,
  origin,
  port,
  privateHosts,
  smtpUrl,
  timeZone,
  urlOf,
} from './env-values'
import { s3Of, s3Problem, s3Variables } from './s3-access'
import { holdTheInternet } from './trusted-networks'

/** Variables that may also be given as `NAME_FILE`, the path of a file that holds the value. */
export const SECRETS = [
  'DATABASE_URL',
  'SMTP_URL',
  'NEXTAUTH_SECRET',
  'HABEAS_KEY',
  'HABEAS_EARLIER_KEYS',
  'STORAGE_URL',
  'OIDC_CLIENT_SECRET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const

/** Values used in guides and examples: anybody who reads those could read the database. */
const looksLikeAnExample = (text: string) =>
  /change.?me|example|secret|password|placeholder|your[-_ ]/i.test(text) ||
  (text.length >= 32 && new Set(text).size < 8)

const secret = z
  .string()
  .min(32, 'must be at least 32 characters long; make one with: openssl rand -base64 32')
  .refine(text => !looksLikeAnExample(text), 'is an example value; make one with: openssl rand -base64 32')

const key = z
  .string()
  .refine(
    text => /^[A-Za-z0-9+/_-]+=*$/.test(text) && Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64; make one with: openssl rand -base64 32',
  )
  .refine(
    text => new Set(Buffer.from(text, 'base64')).size > 8,
    'is an example value; make one with: openssl rand -base64 32',
  )

/** As people write a list: separated by commas, with space around. */
const commaSeparated = (text: string) =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)

const believeEverybody = (networks: readonly string[]) =>
  networks.every(isNetwork) && holdTheInternet(networks)

const schema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    PORT: port.default(3000),
    HABEAS_HOST: listenHost.optional(),
    APP_URL: origin.optional(),
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: mailFrom.default('privacy@habeas.example'),
    NEXTAUTH_SECRET: secret,
    HABEAS_KEY: key,
    HABEAS_EARLIER_KEYS: z
      .string()
      .default('')
      .transform(commaSeparated)
      .refine(
        list => list.every(earlier => key.safeParse(earlier).success),
        'must be earlier values of HABEAS_KEY, 32 bytes in base64 each, separated by commas',
      ),
    STORAGE_URL: fileStorageUrl.optional(),
    ...s3Variables,
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(commaSeparated)
      .refine(list => list.every(isNetwork), 'must be a comma-separated list of networks such as 10.0.0.0/8'),
    ALLOWED_PRIVATE_HOSTS: privateHosts.default([]),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'must be a level such as info or warn',
      )
      .default('info'),
    OIDC_ISSUER: urlOf('https:', 'http:').optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(60, 'must be a short name, such as Example Directory').optional(),
    OIDC_SCOPES: z
      .string()
      .default('openid email profile')
      .transform(text => text.split(/\s+/))
      .refine(scopes => scopes.includes('openid'), 'must include openid, as in: openid email profile')
      .transform(scopes => scopes.join(' ')),
    OIDC_ROLES_CLAIM: z.string().default('groups'),
    OIDC_ROLES: z.string().default(''),
    OIDC_CONFIRM: z.enum(['login', 'return'], 'must be login or return').default('login'),
    PASSWORD_SIGN_IN: z
      .enum(['', 'on', 'off'], 'must be on or off')
      .default('')
      .transform(text => text !== 'off'),
    DEMO: flag,
    ORG_TIME_ZONE: timeZone.default('UTC'),
    HABEAS_DATA_DIR: folder.default('.data'),
    HABEAS_EMBEDDED: flag,
    HABEAS_MAIL_FOLDER: flag,
  })
  .refine(env => env.DEMO || env.HABEAS_EMBEDDED || !believeEverybody(env.TRUSTED_PROXIES), {
    path: ['TRUSTED_PROXIES'],
    error:
      'believes what addresses all over the internet say of who called, so no limit would hold; name your own proxies alone, such as 10.0.0.5/32',
  })
  .refine(
    env =>
      new Set([env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].map(setting => Boolean(setting)))
        .size === 1,
    {
      path: ['OIDC_ISSUER'],
      error: 'must be set together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them',
    },
  )
  .refine(env => env.PASSWORD_SIGN_IN || (env.OIDC_ISSUER && env.OIDC_ROLES !== ''), {
    path: ['PASSWORD_SIGN_IN'],
    error: 'is off, so OIDC_ISSUER and OIDC_ROLES must be set, or nobody could sign in',
  })
  .superRefine((env, context) => {
    const problem = s3Problem(env)
    if (problem) context.addIssue({ code: 'custom', ...problem })
  })

export type Env = ReturnType<typeof parseEnv>

/** Everything that is wrong with the environment, one line a variable; never a value. */
export class EnvironmentProblem extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Habeas can't start, the environment needs attention:\n${problems.map(problem => `  ${problem}`).join('\n')}`,
    )
    this.name = 'EnvironmentProblem'
  }
}

/**
 * Reads the environment: empty counts as unset, `NAME_FILE` as the content of that file. Space around a value doesn't count.
 * @throws EnvironmentProblem that lists every problem at once
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>) {
  const problems: string[] = []
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(source)) if (value?.trim()) given[name] = value.trim()
  for (const name of SECRETS) {
    const file = source[`${name}_FILE`]
    if (!file) continue
    if (given[name]) problems.push(`${name} and ${name}_FILE are both set; keep one`)
    try {
      given[name] = readFileSync(file, 'utf8').trim()
    } catch {
      problems.push(`${name}_FILE names a file that can't be read`)
    }
  }
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0])
      problems.push(`${name} ${given[name] === undefined ? 'is not set' : issue.message}`)
    }
  }
  if (!parsed.success || problems.length > 0) throw new EnvironmentProblem(problems)
  const env = parsed.data
  const dataDir = resolve(env.HABEAS_DATA_DIR)
  return {
    nodeEnv: env.NODE_ENV,
    port: env.PORT,
    /** Address to listen on; without it every one, and with the local database only this machine's. */
    host: env.HABEAS_HOST,
    /** Without a trailing slash. Bounded: what a process may be given, read once. */
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    authSecret: env.NEXTAUTH_SECRET,
    /** 32 bytes: encryption and keyed hashes are derived from it. */
    key: Buffer.from(env.HABEAS_KEY, 'base64'),
    /** Keys of before, the newest first: what was sealed with one of them still opens where `openSealed` is asked. */
    earlierKeys: env.HABEAS_EARLIER_KEYS.map(earlier => Buffer.from(earlier, 'base64')),
    storageUrl: env.STORAGE_URL ?? pathToFileURL(resolve(dataDir, 'files')).href,
    /** Storage of the S3 protocol, where there is any. */
    s3: s3Of(env),
    trustedProxies: env.TRUSTED_PROXIES,
    /** Hosts inside, as `host:port`, that our server may call, and over plain http. */
    allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS,
    logLevel: env.LOG_LEVEL,
    /** The provider of single sign-on, where there is one. */
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            /** What the button says; without it, “single sign-on”. */
            name: env.OIDC_NAME,
            scopes: env.OIDC_SCOPES,
            rolesClaim: env.OIDC_ROLES_CLAIM,
            /** Which group gives which role, as `group=role,group=role`. */
            roles: env.OIDC_ROLES,
            /** What proves again who somebody is: a login that the provider asks for anew, or coming back from it. */
            confirm: env.OIDC_CONFIRM,
          }
        : undefined,
    /** Whether anybody may sign in by email and password. */
    passwordSignIn: env.PASSWORD_SIGN_IN,
    demo: env.DEMO,
    orgTimeZone: env.ORG_TIME_ZONE,
    dataDir,
    /** The database is the one that `npm start` brings along, so demo people may exist. */
    embedded: env.HABEAS_EMBEDDED,
    /** `SMTP_URL` is the sink that `npm start` brings along: mail goes to a folder. */
    mailFolder: env.HABEAS_MAIL_FOLDER,
  }
}

let parsed: Env | undefined

/**
 * The environment of this process, parsed at the first call and never again.
 * A function rather than a constant, so that building the pages needs no secrets.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
