/** Addresses that take files: what they are sent goes to disk as it arrives, and is held in memory nowhere before. */
export const isUploadPath = (path: string): boolean => path.endsWith('/files')

/** Addresses at which staff upload to tasks, among others what is handed over. */
export const isHandOverPath = (path: string): boolean =>
  /^\/(api\/v1\/tasks|requests)\/[^/]+\/files$/.test(path)

/** Addresses that trackers send to: other sites' pages call them, and they give themselves the headers for it. */
export const isCollectorPath = (path: string): boolean =>
  path === '/i' || path === '/com.snowplowanalytics.snowplow/tp2'

/**
 * Addresses that others than our own pages send to: programs with a token, trackers, and a mail program that takes its reader
 * off a list. None of them goes by a cookie.
 */
export const takesFromElsewhere = (path: string): boolean =>
  path.startsWith('/api/') ||
  isCollectorPath(path) ||
  /^\/usage-data\/subscription\/[^/]+\/unsubscribe$/.test(path)

/** Pages whose address is itself a key, or that a key has opened: their address goes to nobody. */
const isPrivateAddress = (path: string) => /^\/(r|my|usage-data\/subscription|set-password)(\/|$)/.test(path)

/** Files that are the same for everybody and hold nothing; the framework or the file itself says how long they keep. */
const isStatic = (path: string) =>
  path.startsWith('/_next/static/') || path === '/icon.svg' || path === '/robots.txt'

/** The same for everybody, and worth asking for again only to see whether it has changed. */
const isForEverybody = (path: string) => path === '/usage-data/changes.atom'

const caching = (path: string): Record<string, string> => {
  if (isStatic(path)) return {}
  if (isForEverybody(path)) return { 'cache-control': 'no-cache' }
  // The start page is the same for everybody, so going back to it may be instant.
  return { 'cache-control': path === '/' ? 'private, no-cache' : 'private, no-store' }
}

/** What every answer from an address carries, besides its content policy. */
export function answerHeaders(path: string, secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': isPrivateAddress(path) ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Over plain http a browser ignores it, but a forgotten one would lock a test host's other ports out. Names below ours are
    // included, so that none of them can be used to plant a cookie; preloading binds a whole domain and is the operator's.
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
    ...caching(path),
  }
}

/** The policy of answers that are no page at all. */
export const noContent = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; sandbox"

/** How the proxy tells the web server the policy that a page would have. It never leaves the house. */
export const PAGE_POLICY_HEADER = 'x-habeas-page-policy'

/**
 * The content policy of an answer: its own if it has one, a page's if it is a page, else the strictest. Files, lists, feeds and
 * redirects have nothing to run.
 * @param own what the answer itself says; several apply together, so they are joined
 * @param page the policy that the proxy made for a page at this address; none where the proxy has no part
 */
export function contentPolicyOf(answer: { type?: string; own?: string; page?: string }): string {
  if (answer.own) return answer.own
  const isPage = /^text\/(html|x-component)\b/i.test(answer.type ?? '')
  return (isPage && answer.page) || noContent
}
