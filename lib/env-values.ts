import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

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

const hasHost = (text: string) => new URL(text).hostname !== ''

/** Name and password of an address, as those who use it read them. */
const signsInReadably = (text: string) =>
  worksOut(() => {
    const { username, password } = new URL(text)
    return [username, password].map(decodeURIComponent)
  })

const escapes =
  'has a sign in its name or password that an address can’t hold; write % as %25, # as %23, / as %2F, ? as %3F and @ as %40'

/** Nothing behind the host: a password with a `#`, `/` or `?` in it ends up there. */
const endsWithItsHost = (text: string) => {
  const { pathname, search, hash } = new URL(text)
  return /^\/?$/.test(pathname) && search === '' && hash === ''
}

/** Where mail is handed over. */
export const smtpUrl = urlOf('smtp:', 'smtps:')
  .refine(text => signsInReadably(text) && endsWithItsHost(text), { error: escapes, abort: true })
  .refine(hasHost, 'must name the mail server, as in smtp://user:password@mail.example:587')

/** The database; it may be reached by a socket, so there need be no host. */
export const databaseUrl = urlOf('postgres:', 'postgresql:').refine(
  text => signsInReadably(text) && new URL(text).hash === '',
  escapes,
)

/** Our own address: pages and cookies begin at its root. */
export const origin = urlOf('http:', 'https:').refine(text => {
  const { username, password } = new URL(text)
  return hasHost(text) && endsWithItsHost(text.replace(/\/+$/, '')) && username === '' && password === ''
}, 'must be a protocol and a host, such as https://privacy.example.org, without a path, a query or a name: Habeas needs a host of its own')

/** One sender, with or without a name. */
export const mailFrom = z
  .string()
  .refine(
    text => /^(?:[^<>@\p{Cc}]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u.test(text.trim()),
    'must be one address, such as privacy@example.org or Privacy <privacy@example.org>',
  )

/** A folder; a `#` or `?` in its name would cut it off. */
export const fileStorageUrl = urlOf('file:', 's3:')
  .refine(url => !url.startsWith('s3:'), {
    error: 's3:// is not supported yet; use file:///path/of/a/folder',
    abort: true,
  })
  .refine(
    text => worksOut(() => fileURLToPath(text)) && new URL(text).search === '' && new URL(text).hash === '',
    'must be the whole path of a folder with three slashes, such as file:///srv/files; write # as %23 and ? as %3F',
  )

/** By its name: the database reads the sign of an offset the other way round. */
export const timeZone = z
  .string()
  .refine(
    zone => /^[A-Za-z]/.test(zone) && worksOut(() => new Intl.DateTimeFormat('en', { timeZone: zone })),
    'must be the name of a time zone, such as Europe/Amsterdam',
  )

/** An address, or one with the length of its network behind it. */
export function isNetwork(text: string): boolean {
  const [address = '', length, more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}
