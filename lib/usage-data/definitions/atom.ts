/** An entry of a feed, as text. */
export interface FeedEntry {
  /** A UUID. */
  id: string
  at: Date
  kind: string
  title: string
  body: string
}

export interface Feed {
  /** The feed's own address, without its last part: where the page is that says the same. */
  page: string
  self: string
  title: string
  author: string
  entries: readonly FeedEntry[]
}

/** What XML can't carry, not even escaped. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (words: string): string =>
  words.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, sign => signs[sign] ?? sign)

const entryXml = (page: string, { id, at, kind, title, body }: FeedEntry): string => `  <entry>
    <id>urn:uuid:${text(id)}</id>
    <title>${text(title)}</title>
    <updated>${at.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${text(`${page}#${id}`)}"/>
    <category term="${text(kind)}"/>
    <content type="text">${text(body)}</content>
  </entry>`

/** An Atom 1.0 document (RFC 4287). Words are words: nothing in them becomes markup. */
export function atomFeed({ page, self, title, author, entries }: Feed): string {
  const updated = entries[0]?.at ?? new Date(0)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${text(page)}</id>
  <title>${text(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${text(self)}"/>
  <link rel="alternate" type="text/html" href="${text(page)}"/>
  <author><name>${text(author)}</name></author>
${entries.map(entry => entryXml(page, entry)).join('\n')}
</feed>
`
}
