import type { Env } from './env'
import { TLS_OPTIONAL } from './env-values'
import { isThisMachine } from './this-machine'

/** How well the way to a database is protected, as its address says. */
export type DatabaseWay = 'here' | 'plain' | 'unchecked' | 'checked'

/** Reads it as the driver does: nothing is encrypted that the address doesn't ask for. */
export function databaseWay(databaseUrl: string): DatabaseWay {
  const { hostname, searchParams } = new URL(databaseUrl)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  if (host === '' || host.startsWith('/') || isThisMachine(host)) return 'here'
  const mode = searchParams.get('sslmode')
  const encrypts = ['1', 'true'].includes(searchParams.get('ssl') ?? '') || searchParams.has('sslrootcert')
  if (mode === 'disable' || (mode === null && !encrypts)) return 'plain'
  const trusting = searchParams.get('uselibpqcompat') === 'true' && (mode === 'prefer' || mode === 'require')
  return mode === 'no-verify' || trusting ? 'unchecked' : 'checked'
}

const DATABASE: Partial<Record<DatabaseWay, string>> = {
  plain:
    'the database is on another machine and the way to it isn’t encrypted: add ?sslmode=verify-full to DATABASE_URL',
  unchecked:
    'the database is on another machine whose certificate isn’t checked: set sslmode=verify-full in DATABASE_URL',
}

/** Whether the mail of a real installation goes to the development sink, which delivers to nobody. */
export const goesNowhere = ({ mailFolder, demo, embedded }: Pick<Env, 'mailFolder' | 'demo' | 'embedded'>) =>
  mailFolder && !demo && !embedded

/** What an operator should know of settings that work and protect little; each a sentence that says what to do. */
export function weakPoints({
  appUrl,
  databaseUrl,
  smtpUrl,
  mailFolder,
  demo,
  embedded,
}: Pick<Env, 'appUrl' | 'databaseUrl' | 'smtpUrl' | 'mailFolder' | 'demo' | 'embedded'>): string[] {
  const { protocol, hostname } = new URL(appUrl)
  const way = DATABASE[databaseWay(databaseUrl)]
  const mail = smtpUrl === undefined ? null : new URL(smtpUrl)
  return [
    ...(protocol === 'http:' && !isThisMachine(hostname)
      ? [
          'pages and links are not encrypted: put a reverse proxy with TLS in front, and set APP_URL to its https:// address',
        ]
      : []),
    ...(way ? [way] : []),
    ...(mail && mail.search === TLS_OPTIONAL && !isThisMachine(mail.hostname)
      ? ['mail may leave unencrypted, as ?tls=optional behind SMTP_URL says']
      : []),
    ...(goesNowhere({ mailFolder, demo, embedded })
      ? ['nobody gets mail: it goes to a folder of this machine; set SMTP_URL']
      : []),
  ]
}
