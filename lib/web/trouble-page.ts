import { createHash } from 'node:crypto'
import { problemOf } from '@/lib/core/api/problems'
import { type Trouble, troubleAnswers } from '@/lib/trouble'

const style =
  'body{font:1.0625rem/1.6 system-ui,sans-serif;max-inline-size:40rem;margin:0 auto;padding:3rem 1rem}h1{font-size:1.5rem;line-height:1.3}'

const hash = createHash('sha256').update(style).digest('base64')

/** The page brings its own few styles and nothing else. */
export const troublePolicy = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'`

const page = (trouble: Trouble, sent: boolean): string => {
  const { title, words } = troubleAnswers[trouble]
  const next = sent
    ? '<p>Go back with your browser: what you typed is still there, and can be sent again from there.</p>'
    : '<p><a href="">Try again</a></p>'
  return `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${words}</p>${next}</main></body></html>
`
}

/**
 * What is answered in place of a failure that has a known cause: a page, which needs nothing of ours to be drawn; for a program,
 * a problem as RFC 9457 words it.
 * @param sent whether something was sent, rather than asked for
 * @param appUrl the address that people know us by
 */
export function troubleAnswer(
  trouble: Trouble,
  { path, sent, appUrl }: { path: string; sent: boolean; appUrl: string },
): { type: string; body: string; policy?: string } {
  if (path.startsWith('/api/'))
    return {
      type: 'application/problem+json',
      body: JSON.stringify(problemOf(appUrl, trouble === 'no-room' ? 'no-room' : 'unavailable')),
    }
  return { type: 'text/html; charset=utf-8', body: page(trouble, sent), policy: troublePolicy }
}
