import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { readChanges } from '@/lib/store/usage/announcements'
import { atomFeed } from '@/lib/usage-data/definitions/atom'

/** Entries in the feed; the page has all of them. */
const IN_FEED = 50

/** The change log as an Atom feed, with what a reader needs to ask for it only when it has changed. */
export async function changesFeed(): Promise<{ xml: string; etag: string; lastModified: Date | null }> {
  const [entries, organisation] = await Promise.all([readChanges(IN_FEED), readSetting('organisation')])
  const page = `${env().appUrl}/usage-data/changes`
  const xml = atomFeed({
    page,
    self: `${page}.atom`,
    title: `What ${organisation} collects about usage: changes`,
    author: organisation,
    entries,
  })
  const etag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 27)}"`
  return { xml, etag, lastModified: entries[0]?.at ?? null }
}
