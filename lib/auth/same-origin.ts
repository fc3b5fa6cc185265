/**
 * Whether a POST comes from one of our pages. A browser says so in `Sec-Fetch-Site`; one that doesn't (an old one, or plain
 * http) must name our own host in `Origin`, or in `Referer` where it sends no `Origin` at all, as some do to their own site. No
 * word at all, `null` or another host is refused.
 * @param headers of the request
 * @param appUrl the address that people know us by
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, appUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin') ?? originOf(headers.get('referer'))
  if (!origin || !URL.canParse(origin)) return false
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return origin === new URL(appUrl).origin || new URL(origin).host === host
}

const originOf = (address: string | null): string | null =>
  address && URL.canParse(address) ? new URL(address).origin : null
