import { changesFeed } from '@/lib/door/usage/feed'

/** True where the reader has this already: by its tag or, where it sent none, by its time. */
function isKnown(headers: Headers, etag: string, lastModified: Date | null): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null)
    return tags.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return lastModified !== null && Math.floor(lastModified.getTime() / 1000) * 1000 <= since
}

/** The change log for feed readers: Atom 1.0, asked for again only when it has changed. */
export async function GET(request: Request): Promise<Response> {
  const { xml, etag, lastModified } = await changesFeed()
  const headers = new Headers({ etag, 'cache-control': 'no-cache' })
  if (lastModified) headers.set('last-modified', lastModified.toUTCString())
  if (isKnown(request.headers, etag, lastModified)) return new Response(null, { status: 304, headers })
  headers.set('content-type', 'application/atom+xml; charset=utf-8')
  return new Response(xml, { headers })
}
