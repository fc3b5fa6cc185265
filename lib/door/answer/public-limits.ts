import { siteOf } from '@/lib/auth/client-address'
import { uploadBytes } from '@/lib/core/files/file-limits'
import { type Allowance, consume, giveBack } from '@/lib/store/database/limits'
import { type Share, takeShares } from './network-limits'

/** Offices and mobile carriers share an address, so a network may do much; what one mailbox gets is limited apart. */
const submissions: readonly Share[] = [
  { what: 'public:minute', most: 40, seconds: 60 },
  { what: 'public:hour', most: 600, seconds: 3600 },
]

const DAY_S = 24 * 3600

/** Only so many addresses may wait to be confirmed: a network or site alone must not push all others out while they wait. */
const news: readonly Share[] = [{ what: 'news:day', most: 40, seconds: DAY_S }]

/** A form is begun once for each submission, so that as many may be begun as sent. Going on with one is free. */
const drafts: readonly Share[] = [
  { what: 'drafts:minute', most: 40, seconds: 60 },
  { what: 'drafts:hour', most: 600, seconds: 3600 },
]

/** Webhooks come from a few machines of the company that runs the system, for all that happens there. */
const hooks: readonly Share[] = [{ what: 'hooks:minute', most: 600, seconds: 60 }]

/** In megabytes: as many forms as may be sent, each with a scan of some pages. */
const uploads: Share = { what: 'uploads:hour', most: 1000, seconds: 3600 }

/** In megabytes, from everybody. Twice both together may lie here at most before any of it belongs to a request. */
const forAll = { what: 'uploads:all', most: 7500 }
/** Once that is full: for sites that have used no more than one full form, so that a few heavy ones keep nobody else out. */
const forLight = { what: 'uploads:light', most: 2500 }
const LIGHT = 52
const WINDOW_S = 4 * 3600

const MB = 1024 * 1024

/**
 * Counts one submission, confirmation or request for a link from a network, over every process.
 * @param address of the client, as our own web server tells it
 */
export const allowFromNetwork = (address: string): Promise<Allowance> => takeShares(submissions, address)

/** Counts one address for which somebody asks for news, known or not. */
export async function allowNews(address: string): Promise<Allowance> {
  const network = await allowFromNetwork(address)
  return network.ok ? await takeShares(news, address) : network
}

/** Counts one form that is begun, before anything of it is kept. */
export const allowDraft = (address: string): Promise<Allowance> => takeShares(drafts, address)

/** Counts one webhook, before anything of it is read. */
export const allowHook = (address: string): Promise<Allowance> => takeShares(hooks, address)

/** `settle` is to be called in any case, once it is known how many bytes of the form stay: the rest is given back. */
export type UploadRoom =
  | { ok: true; settle: (kept: number) => Promise<void> }
  | { ok: false; because: 'too-many-requests' | 'no-room' }

const megabytesOf = (bytes: number) => Math.ceil(bytes / MB)

/** As {@link consume}, and what is refused costs nothing. */
async function takeIfRoom(key: string, most: number, amount: number): Promise<boolean> {
  const { ok } = await consume(key, most, WINDOW_S, undefined, amount)
  if (!ok) await giveBack(key, undefined, amount)
  return ok
}

/**
 * Takes room for a form with files before any of it is read. Its network pays what it claims; the room of all is charged for
 * what stays.
 * @param length as the client names it, in bytes; without it, as much as such a form can weigh
 */
export async function reserveUpload(address: string, length: string | null): Promise<UploadRoom> {
  const said = Number(length)
  const reserved = Math.max(1, megabytesOf(said > 0 ? Math.min(said, uploadBytes) : uploadBytes))
  if (!(await takeShares([uploads], address, reserved)).ok) return { ok: false, because: 'too-many-requests' }
  const used = `uploads:used:${siteOf(address)}`
  const isLight = (await consume(used, LIGHT, WINDOW_S, undefined, reserved)).ok
  for (const { what, most } of isLight ? [forAll, forLight] : [forAll]) {
    if (!(await takeIfRoom(what, most, reserved))) continue
    const settle = async (kept: number) => {
      const unused = reserved - Math.min(reserved, megabytesOf(kept))
      for (const key of [what, used]) await giveBack(key, undefined, unused)
    }
    return { ok: true, settle }
  }
  await giveBack(used, undefined, reserved)
  return { ok: false, because: 'no-room' }
}
