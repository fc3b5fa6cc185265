import { isIP } from 'node:net'
import { domainToASCII, fileURLToPath } from 'node:url'
import { z } from 'zod'
import { isTimeZone } from './time-zone'

// What a variable may hold, so that a value that would fail at work is refused at the start. Each says what it must be, and
// never what it is.

const worksOut = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** An address of one of these protocols. */
export const urlOf = (...protocols: string[]) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.map(protocol => `${protocol}//`).join(' or ')}`,
    abort: true,
  })

/** An IP address, or a name of letters, digits and hyphens; an underscore is common inside networks of containers. */
const isHost = (host: string): boolean =>
  isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0 ||
  (host.length <= 253 &&
    /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(host))

/** Names a machine, and no port that nothing can be reached at. */
export const hasHost = (text: string) => isHost(new URL(text).hostname) && new URL(text).port !== '0'

const isPlain = (text: string) => !/\p{Cc}/u.test(text)

/** Name and password of an address, as those who use it read them. */
const signsInReadably = (text: string) =>
  worksOut(() => {
    const { username, password } = new URL(text)
    if (![username, password].map(decodeURIComponent).every(isPlain))
      throw new Error('has a control character')
  })

const escapes =
  'has a sign in its name or password that an address can’t hold; write % as %25, # as %23, / as %2F, ? as %3F and @ as %40'

/** Nothing behind the host: a password with a `#`, `/` or `?` in it ends up there. */
const endsWithItsHost = (text: string) => {
  const { pathname, search, hash } = new URL(text)
  return /^\/?$/.test(pathname) && search === '' && hash === ''
}

/** A name without its password, or the other way round, would be refused at each mail. */
const signsInWhole = (text: string) => (new URL(text).username === '') === (new URL(text).password === '')

/** Behind `smtp://…`: the operator lets mail leave in clear where the server offers no TLS, and doesn't have its certificate checked. */
export const TLS_OPTIONAL = '?tls=optional'

/** Where mail is handed over. */
export const smtpUrl = urlOf('smtp:', 'smtps:')
  .refine(text => !/^\?tls=/.test(new URL(text).search) || /^smtp:[^?]*\?tls=optional$/i.test(text), {
    error:
      'knows one choice about encryption: ?tls=optional behind smtp://host:port lets mail leave without; leave it out to demand TLS',
    abort: true,
  })
  .refine(text => signsInReadably(text) && endsWithItsHost(text.replace(/\?tls=optional$/, '')), {
    error: escapes,
    abort: true,
  })
  .refine(hasHost, {
    error: 'must name the mail server, as in smtp://user:password@mail.example:587',
    abort: true,
  })
  .refine(signsInWhole, 'must have both a name and a password, or neither')

const SSL_MODES = ['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full']

/** The machine, where the address names one rather than the folder of a socket, and how to encrypt, where it says so. */
const isReachable = (text: string) => {
  const { hostname, port, searchParams } = new URL(text)
  const mode = searchParams.get('sslmode')
  const isSocket = hostname === '' || /^%2f/i.test(hostname)
  return (isSocket || isHost(hostname)) && port !== '0' && (mode === null || SSL_MODES.includes(mode))
}

/** The database; it may be reached by a socket, so there need be no host. */
export const databaseUrl = urlOf('postgres:', 'postgresql:')
  .refine(text => signsInReadably(text) && new URL(text).hash === '', { error: escapes, abort: true })
  .refine(
    text => worksOut(() => decodeURIComponent(new URL(text).pathname)) && isReachable(text),
    'must name one machine and a database, such as postgresql://user:password@db.example:5432/habeas; sslmode, where it is given, must be one that PostgreSQL knows',
  )

/** Bounded: what a process may be given, read once. */
const withoutSlashes = (text: string) => text.replace(/\/+$/, '')

/** Our own address: pages and cookies begin at its root. */
export const origin = urlOf('http:', 'https:')
  .refine(text => {
    const { username, password } = new URL(text)
    return hasHost(text) && endsWithItsHost(withoutSlashes(text)) && username === '' && password === ''
  }, 'must be a protocol and a host, such as https://privacy.example.org, without a path, a query or a name: Habeas needs a host of its own')
  // In one spelling, as links are made from it and forms are held against it.
  .transform(text => new URL(text).origin)

/** A display name: words, or anything in quotes. Without quotes, a comma would make two senders of it. */
const SENDER =
  /^(?:(?:[^\s<>@,;:()"\\\p{Cc}](?:[^\s<>@,;:()"\\\p{Cc}]| )*)?|"(?:[^"\\\p{Cc}]|\\["\\])*" *)<([^<>]*)>$/u
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i

/** One sender, with or without a name; the domain in its ASCII form, as mail servers want it. */
export const mailFrom = z.string().transform((text, context) => {
  const address = SENDER.exec(text)?.[1] ?? text
  const at = address.lastIndexOf('@')
  const [local, typed] = [address.slice(0, at), address.slice(at + 1)]
  const domain = isHost(typed) ? typed : domainToASCII(typed)
  if (at > 0 && LOCAL.test(local) && isHost(domain)) return text.replace(address, () => `${local}@${domain}`)
  context.addIssue({
    code: 'custom',
    message:
      'must be one address, such as privacy@example.org or Privacy <privacy@example.org>; a name with a comma or the like needs quotes',
  })
  return z.NEVER
})

/** Off unless it is said to be on. */
export const flag = z
  .enum(['', '0', '1', 'true', 'false'], 'must be 1 or 0')
  .default('')
  .transform(text => text === '1' || text === 'true')

/** A folder; a `#` or `?` in its name would cut it off. */
export const fileStorageUrl = urlOf('file:', 's3:')
  .refine(url => !url.startsWith('s3:'), {
    error: 's3:// is not supported yet; use file:///path/of/a/folder',
    abort: true,
  })
  .refine(
    text =>
      /^file:\/\/(localhost)?\/./i.test(text) &&
      worksOut(() => fileURLToPath(text)) &&
      isPlain(fileURLToPath(text)) &&
      new URL(text).search === '' &&
      new URL(text).hash === '',
    'must be the whole path of a folder with three slashes, such as file:///srv/files; write # as %23 and ? as %3F',
  )

/** By its name: the database reads the sign of an offset the other way round. */
export const timeZone = z
  .string()
  .refine(isTimeZone, 'must be the name of a time zone, such as Europe/Amsterdam')

/** Where a server listens. */
export const port = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'must be a port number')
  .transform(Number)
  .refine(number => number <= 65_535, 'must be a port number')

/** One of this machine's addresses or names. */
export const listenHost = z
  .string()
  .refine(isHost, 'must be an address or a name of this machine, such as 127.0.0.1')

/** A folder's path. */
export const folder = z.string().refine(isPlain, 'must be the path of a folder')

/** An address, or one with the length of its network behind it. */
export function isNetwork(text: string): boolean {
  const [address = '', length, more] = text.split('/')
  const family = isIP(address)
  // A zone belongs to one machine's view of its own networks.
  if (family === 0 || more !== undefined || address.includes('%')) return false
  return (
    length === undefined ||
    (/^(?:0|[1-9]\d{0,2})$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
  )
}

/** `host:port` in one spelling, or null; the port has to be said, so that a neighbour on the same host stays closed. */
function hostAndPort(text: string): string | null {
  const [, host = '', port = ''] = /^(\[[^\]]+\]|[^:/?#@\s]+):([1-9]\d{0,4})$/.exec(text) ?? []
  if (!host || Number(port) > 65_535 || !URL.canParse(`https://${host}`)) return null
  const { hostname } = new URL(`https://${host}`)
  return isHost(hostname) ? `${hostname}:${port}` : null
}

/** Hosts inside that our server may call, and over plain http. */
export const privateHosts = z.string().transform((text, context) => {
  const parts = text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
  const hosts = parts.map(hostAndPort).filter(host => host !== null)
  if (hosts.length === parts.length) return hosts
  context.addIssue({
    code: 'custom',
    message: 'must be a comma-separated list of hosts with their ports, such as gitlab.internal:443',
  })
  return z.NEVER
})
