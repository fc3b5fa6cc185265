import type { IncomingMessage, ServerResponse } from 'node:http'

const GATHER_MS = 2000
const MOST = 1000

const wants = (request: IncomingMessage, name: string) => request.headers[name] === '1'

/** A page that somebody looks at: drawn whole, or fetched by the router when they follow a link; not what it fetches ahead. */
function isPageView(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' || response.statusCode !== 200) return false
  if (request.headers['next-router-prefetch'] || request.headers['next-router-segment-prefetch']) return false
  return /^text\/(html|x-component)/.test(String(response.getHeader('content-type')))
}

/**
 * Counts which of our own pages are opened, on the server, by path alone: no cookie, no identity. Visits with
 * Global Privacy Control or Do Not Track aren't counted.
 * @param collect is handed the paths of some seconds at once, so that no page waits for it
 */
export function pageViews(collect: (paths: readonly string[]) => Promise<unknown>): {
  answered(path: string, request: IncomingMessage, response: ServerResponse): void
  flush(): Promise<void>
} {
  let paths: string[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const gathered = paths
    paths = []
    if (gathered.length > 0) await collect(gathered)
  }
  return {
    flush,
    answered(path, request, response) {
      if (wants(request, 'sec-gpc') || wants(request, 'dnt') || !isPageView(request, response)) return
      if (paths.length >= MOST) return
      paths.push(path)
      timer ??= setTimeout(() => void flush(), GATHER_MS)
    },
  }
}
