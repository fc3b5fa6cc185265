import type { Act, ActResult, EffectRecord, EvidenceLine } from '../contract'
import type { Zendesk } from './api'
import { FOR_GOOD, halvesOf, SOFTLY } from './deletion'
import { guarded } from './guarded'
import { findPeople, nobodyFound } from './people'
import { ticketsOf } from './tickets'
import { count } from './words'

/** Users whose deletion has begun; the search finds them no longer, so only the ledger knows them. */
const begun = (known: readonly EffectRecord[]): string[] =>
  known.filter(({ what }) => what === SOFTLY).map(({ target }) => target)

const isFinished = (known: readonly EffectRecord[], user: string) =>
  known.some(({ what, target, state }) => what === FOR_GOOD && target === user && state === 'done')

const line = ({ what, target, result, settledAt }: EffectRecord, now: Date): EvidenceLine => ({
  at: settledAt ?? now,
  what: what === SOFTLY ? `Deleted user ${target}` : `Deleted user ${target} permanently`,
  result: result ?? 'done',
})

/** Deletes the person's users for good. Nothing is deleted before all of them may be. */
export const deleteUser = (zendesk: Zendesk): Act => ({
  async preview(subject, known) {
    const { found } = await findPeople(zendesk, subject)
    const half = begun(known).filter(id => !isFinished(known, id))
    const acts: string[] = []
    for (const id of new Set([...found.map(person => person.id), ...half])) {
      acts.push(`User ${id} will be deleted permanently. This can’t be undone.`)
      const open = half.includes(id) ? [] : await ticketsOf(zendesk, [id])
      if (open.length > 0)
        acts.push(`It will wait, since ${count(open.length, 'ticket')} of user ${id} must be solved first.`)
    }
    return { acts, nothingToDo: acts.length === 0 }
  },
  run: ({ subject, effects, now }) =>
    guarded(zendesk, { subject, effects }, async (found): Promise<ActResult> => {
      const open = await ticketsOf(zendesk, found)
      const [first] = open
      if (first) {
        const names = open.map(({ id }) => id).join(', ')
        return {
          is: 'by-hand',
          words: `${count(open.length, 'ticket')} must be solved first (${names}). Solve the open tickets, then delete the user.`,
          link: zendesk.ticketLink(first.id),
        }
      }
      for (const id of new Set([...begun(await effects.all()), ...found]))
        for (const half of halvesOf(zendesk, id)) await effects.once(half)
      const all = (await effects.all()).filter(({ what }) => what === SOFTLY || what === FOR_GOOD)
      return all.length > 0
        ? { is: 'done', changed: true, evidence: all.map(record => line(record, now)) }
        : { is: 'done', changed: false, evidence: [nobodyFound(now, subject)] }
    }),
})
