import type { Act, EffectRecord, EvidenceLine } from '../contract'
import type { Zendesk } from './api'
import { type DeletionStatus, deletedUser, deletionStatuses, FOR_GOOD, SOFTLY } from './deletion'
import { findPeople, nobodyFound, nobodyWords } from './people'
import { count } from './words'

/** Zendesk erases within thirty days; after that, somebody has to ask there. */
const LONGEST_MS = 31 * 24 * 3600 * 1000
const SHORTEST_S = 5
const HOUR_S = 3600

/** Looks again soon at first, and later as rarely as it has taken already, once an hour at least. */
const againIn = (begunAt: Date, now: Date): number =>
  Math.min(HOUR_S, Math.max(SHORTEST_S, Math.round((+now - +begunAt) / 1000)))

/** Whether every product that began to erase has said that it is done; null where none has said anything. */
function isComplete(statuses: readonly DeletionStatus[] | null): boolean | null {
  const products = (action: string) =>
    (statuses ?? []).filter(status => status.action === action).map(status => status.application)
  const complete = products('complete')
  if (complete.includes('all')) return true
  const begun = products('started')
  if (begun.length + complete.length === 0) return null
  return begun.every(product => complete.includes(product)) && complete.length > 0
}

const wordsOf = (statuses: readonly DeletionStatus[] | null): string =>
  (statuses ?? [])
    .map(({ action, application }) => `${action.replaceAll('_', ' ')} (${application})`)
    .join(', ')

/** What is known of one user. */
async function look(zendesk: Zendesk, id: string, now: Date): Promise<EvidenceLine & { isGone: boolean }> {
  const shown = await deletedUser(zendesk, id)
  const statuses = await deletionStatuses(zendesk, id)
  const isGone = isComplete(statuses) ?? shown === 'erased'
  const said = wordsOf(statuses)
  const result = [shown === 'erased' ? 'Permanently deleted' : isGone ? 'Erased' : 'Not erased yet', said]
  return {
    at: now,
    what: `Looked for deleted user ${id}`,
    result: `${result.filter(Boolean).join(': ')}.`,
    isGone,
  }
}

const usersIn = (known: readonly EffectRecord[], what: string): string[] =>
  known.filter(record => record.what === what).map(({ target }) => target)

/** Waits until Zendesk has really erased the users that were deleted, and looks that nobody else has the addresses. */
export const verifyGone = (zendesk: Zendesk): Act => ({
  async preview(subject, known) {
    const deleted = usersIn(known, FOR_GOOD)
    const { found } = await findPeople(zendesk, subject)
    return {
      acts: [
        ...deleted.map(id => `It will be waited until Zendesk has erased user ${id}.`),
        ...found
          .filter(({ id }) => !deleted.includes(id))
          .map(({ id }) => `User ${id} is still there, so this can’t be confirmed yet.`),
        ...(deleted.length + found.length === 0 ? [`${nobodyWords(subject)} This will be noted.`] : []),
      ],
      nothingToDo: false,
    }
  },
  async run({ subject, effects, now, begunAt }) {
    const { found } = await findPeople(zendesk, subject)
    const known = await effects.all()
    const deleted = usersIn(known, FOR_GOOD)
    const half = usersIn(known, SOFTLY).filter(id => !deleted.includes(id))
    // The search may show for a while a user whom we have deleted.
    const shown = found.map(({ id }) => id)
    const left = [...shown.filter(id => !deleted.includes(id)), ...half.filter(id => !shown.includes(id))]
    const [first] = left
    if (first !== undefined)
      return {
        is: 'by-hand',
        words: `${count(left.length, 'user')} (${left.join(', ')}) of the person ${left.length === 1 ? 'is' : 'are'} still there. Delete them first.`,
        link: `${zendesk.settings.url}/agent/users/${first}`,
      }
    const evidence: EvidenceLine[] = []
    const waiting: string[] = []
    for (const id of deleted) {
      const { isGone, ...line } = await look(zendesk, id, now)
      evidence.push(line)
      if (!isGone || shown.includes(id)) waiting.push(id)
    }
    evidence.push(nobodyFound(now, subject))
    if (waiting.length === 0) return { is: 'done', changed: false, evidence }
    const users = `${count(waiting.length, 'user')} (${waiting.join(', ')})`
    if (+now - +begunAt > LONGEST_MS)
      return { is: 'by-hand', words: `Zendesk still hasn’t erased ${users} after 31 days. Ask its support.` }
    return { is: 'waiting', afterSeconds: againIn(begunAt, now), words: `Zendesk is still erasing ${users}.` }
  },
})
