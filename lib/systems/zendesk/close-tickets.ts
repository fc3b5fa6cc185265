import type { Act, EffectRecord, Effects, EvidenceLine } from '../contract'
import { SystemFailure } from '../failure'
import type { Zendesk } from './api'
import { guarded } from './guarded'
import { findPeople, nobodyFound } from './people'
import { lookAtTicket, solveTicket, ticketsOf } from './tickets'
import { count } from './words'

const WHAT = 'solve-ticket'

/** A ticket that somebody opened again after we had solved it is solved once more, as an effect of its own. */
function targetOf(id: string, known: readonly EffectRecord[]): string {
  const before = known.filter(({ target, state }) => state === 'done' && ticketOf(target) === id).length
  return before === 0 ? id : `${id}/${before + 1}`
}
const ticketOf = (target: string) => target.split('/')[0] ?? target

async function solveAll(zendesk: Zendesk, effects: Effects, users: readonly string[]): Promise<void> {
  const known = (await effects.all()).filter(({ what }) => what === WHAT)
  const open = new Map(
    (await ticketsOf(zendesk, users)).map(({ id, status }) => [targetOf(id, known), status]),
  )
  const unsettled = known.filter(({ state }) => state === 'begun').map(({ target }) => target)
  for (const target of new Set([...unsettled, ...open.keys()])) {
    const id = ticketOf(target)
    const before = open.get(target)
    await effects.once({
      what: WHAT,
      target,
      ...(before !== undefined && { before }),
      act: () => solveTicket(zendesk, id),
      look: () => lookAtTicket(zendesk, id),
    })
  }
}

/** Solves every open ticket that the person asked for: a user with open tickets isn't deleted. */
export const closeTickets = (zendesk: Zendesk): Act => ({
  async preview(subject) {
    const { found } = await findPeople(zendesk, subject)
    const open = await ticketsOf(
      zendesk,
      found.map(({ id }) => id),
    )
    if (open.length === 0) return { acts: [], nothingToDo: true }
    const names = open.map(({ id }) => id).join(', ')
    return { acts: [`${count(open.length, 'open ticket')} will be solved (${names}).`], nothingToDo: false }
  },
  run: ({ subject, effects, now }) =>
    guarded(zendesk, { subject, effects }, async users => {
      try {
        await solveAll(zendesk, effects, users)
      } catch (error) {
        if (!(error instanceof SystemFailure && error.status === 422)) throw error
        const link = `${zendesk.settings.url}/agent/users/${users[0] ?? ''}/requested_tickets`
        return { is: 'by-hand', words: `${error.message} Solve it there.`, link }
      }
      const solved = (await effects.all()).filter(({ what, state }) => what === WHAT && state === 'done')
      if (solved.length > 0)
        return { is: 'done', changed: true, evidence: solved.map(record => line(record, now)) }
      const what = `Looked for open tickets of ${count(users.length, 'user')}`
      const none = { at: now, what, result: 'There are none.' }
      return { is: 'done', changed: false, evidence: [users.length === 0 ? nobodyFound(now, subject) : none] }
    }),
})

const line = ({ target, result, settledAt }: EffectRecord, now: Date): EvidenceLine => ({
  at: settledAt ?? now,
  what: `Solved ticket ${ticketOf(target)}`,
  result: result ?? 'solved',
})
