import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow, inTransaction, type Tx } from '@/lib/store/database/transaction'
import {
  endForce,
  hasChanges,
  insertChange,
  lockAnnouncements,
  putInForce,
  readAnnounced,
} from '@/lib/store/usage/announcements'
import { beginKeyVersion } from '@/lib/store/usage/keys'
import { protocolFields } from '@/lib/usage-data/collecting/protocol-fields'
import { contexts } from '@/lib/usage-data/contexts'
import { entryKind, type PendingChange, pendingChanges } from '@/lib/usage-data/definitions/changes'
import {
  type Definitions,
  type Described,
  describeAll,
  subjectWords,
} from '@/lib/usage-data/definitions/described'
import { events } from '@/lib/usage-data/events'
import { metrics } from '@/lib/usage-data/metrics'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'
import { entryWords } from './entry-fields'

/** What this version of the product would collect, if people were told. */
export const ownDefinitions: Definitions = { events, contexts, metrics, fields: protocolFields }

/** What waits to be announced; nothing of it is collected until then. */
export async function waitingChanges(definitions: Definitions = ownDefinitions): Promise<PendingChange[]> {
  return pendingChanges(describeAll(definitions), await readAnnounced())
}

/** A change that waits, as pages show it. */
export interface Waiting extends PendingChange {
  name: string
  /** What a form sends to choose it. */
  shown: string
}

/** The same for a page, with names and with what its form sends. */
export const waitingToShow = async (): Promise<Waiting[]> =>
  (await waitingChanges()).map(change => ({
    ...change,
    name: subjectWords(change.subject),
    shown: shownAs(change),
  }))

/** An entry's text: what somebody wrote, then what differs, so that no entry can say less than what it does. */
function bodyOf(text: string, changes: readonly PendingChange[]): string {
  const kinds = { new: 'New', changed: 'Changed', removed: 'Ended' } as const
  const parts = changes.map(({ subject, kind, words }) =>
    [`${kinds[kind]}: ${subjectWords(subject)}`, ...words.map(word => `- ${word}`)].join('\n'),
  )
  return [text.trim(), ...parts].filter(Boolean).join('\n\n')
}

const chosen = (definitions: readonly Described[], changes: readonly PendingChange[]): Described[] => {
  const subjects = new Set(changes.map(change => change.subject))
  return definitions.filter(definition => subjects.has(definition.subject))
}

async function announce(
  tx: Tx,
  changes: readonly PendingChange[],
  entry: { title: string; body: string; announcedById: string | null },
  definitions: readonly Described[],
): Promise<string> {
  const at = await databaseNow(tx)
  const { title, body, announcedById } = entry
  const changeId = await insertChange(tx, { at, kind: entryKind(changes), title, body, announcedById })
  await putInForce(tx, chosen(definitions, changes), { changeId, at })
  await endForce(
    tx,
    changes.filter(change => change.kind === 'removed').map(change => change.subject),
  )
  return changeId
}

const announceInput = z.object({
  ...entryWords('Say what changes, and why.'),
  /** Each as it was shown: the subject, a space and the fingerprint. */
  subjects: z.record(z.string(), z.string().max(400)).default({}),
})

/** How a form names a change that it shows, so that nothing else than what was read is announced. */
export const shownAs = ({ subject, fingerprint }: PendingChange): string => `${subject} ${fingerprint}`

/** Tells people of changes, all or some; from this moment on they are collected. */
export async function announceChanges(
  actor: Actor,
  input: unknown,
  commandId: string,
  definitions: Definitions = ownDefinitions,
): Promise<Done<{ changeId?: string }>> {
  const ability = 'announce-usage'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = announceInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { title, text } = parsed.data
  const wanted = new Set(Object.values(parsed.data.subjects))
  return await changing({ actor, ability, command: 'announce-usage', commandId }, async tx => {
    await lockAnnouncements(tx)
    const all = describeAll(definitions)
    const changes = pendingChanges(all, await readAnnounced(tx)).filter(change => wanted.has(shownAs(change)))
    if (wanted.size === 0) refuseBecause('subjects', 'Choose what to announce.')
    if (changes.length !== wanted.size)
      refuseBecause(
        'subjects',
        'What waits has changed since you loaded this page. Load it again and read it.',
      )
    const announcedById = actor.kind === 'staff' ? actor.id : null
    const changeId = await announce(tx, changes, { title, body: bodyOf(text, changes), announcedById }, all)
    return {
      answer: { changeId },
      facts: { change: changeId, subjects: changes.map(change => change.subject) },
    }
  })
}

const FIRST = {
  title: 'What we collect, from the first day',
  text: 'From today this installation can collect usage data. Nothing was collected before. What happens to each field, and why, is in the dictionary.',
}

/** Each definition by its name and meaning only, or the first entry would repeat the dictionary. */
function firstList({ events, contexts, metrics }: Definitions): string {
  const list = (title: string, items: readonly (readonly [string, string])[]) =>
    [title, ...items.map(([name, description]) => `- ${name}: ${description}`)].join('\n')
  return [
    list(
      'Events',
      events.map(event => [event.action, event.description]),
    ),
    list(
      'What may travel with any event',
      contexts.map(context => [context.schema, context.description]),
    ),
    list(
      'Figures of the weekly Service Ping, which is not sent unless an admin switches that on',
      metrics.map(metric => [metric.keyPath, metric.description]),
    ),
  ].join('\n\n')
}

/**
 * On an installation where people were never told of anything: the first entry of the change log, of every definition, and
 * the first version of the key. Does nothing where there is one. Safe to call from several processes at once.
 * @returns whether it was made just now
 */
export async function publishFirstEntry(definitions: Definitions = ownDefinitions): Promise<boolean> {
  if (await hasChanges()) return false
  return await inTransaction(async tx => {
    await lockAnnouncements(tx)
    if (await hasChanges(tx)) return false
    const all = describeAll(definitions)
    const changes = pendingChanges(all, [])
    const body = `${FIRST.text}\n\n${firstList(definitions)}`
    const changeId = await announce(tx, changes, { title: FIRST.title, body, announcedById: null }, all)
    const at = await databaseNow(tx)
    await beginKeyVersion(tx, { version: 1, since: at, changeId })
    await recordChange(tx, {
      actor: systemFor.firstEntry,
      command: 'announce-usage',
      commandId: 'announce-usage:first',
      at,
      facts: { change: changeId, subjects: changes.length },
    })
    return true
  })
}
