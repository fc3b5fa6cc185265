import { systemClock } from '@/lib/clock'
import type { ActResult, Doing } from '../contract'
import type { Zendesk } from './api'
import { SOFTLY } from './deletion'
import { isExpired, type Organisation, organisationsOf } from './organisations'
import { findPeople, onlyByHand, type People } from './people'

/** A user and an organisation that the user belongs to. */
export interface OwnedBy {
  user: string
  organisation: Organisation
  isActive: boolean
}

/** To which organisations the users belong, and which of those are customers. */
export async function ownersOf(zendesk: Zendesk, { found }: People): Promise<OwnedBy[]> {
  const all: OwnedBy[] = []
  for (const { id: user } of found) {
    for (const organisation of await organisationsOf(zendesk, user)) {
      const isActive = !isExpired(organisation, zendesk.settings, systemClock.now())
      all.push({ user, organisation, isActive })
    }
  }
  return all
}

/**
 * Has something done to the person's users, unless a person has to decide: for agents, for doubtful addresses, and for users of an
 * active organisation, which the step before has looked at and somebody may have moved them into since.
 * @param act gets the ids of the users who are there, perhaps none
 */
export async function guarded(
  zendesk: Zendesk,
  { subject, effects }: Pick<Doing, 'subject' | 'effects'>,
  act: (ids: readonly string[]) => Promise<ActResult>,
): Promise<ActResult> {
  const known = await effects.all()
  // The search may show for a while a user whom we have deleted.
  const isDeleted = (id: string) =>
    known.some(({ what, target, state }) => what === SOFTLY && target === id && state === 'done')
  const { found, unsure } = await findPeople(zendesk, subject)
  const people = { found: found.filter(({ id }) => !isDeleted(id)), unsure }
  const byHand = onlyByHand(zendesk, people)
  if (byHand) return byHand
  const owner = (await ownersOf(zendesk, people)).find(({ isActive }) => isActive)
  if (owner)
    return {
      is: 'by-hand',
      words: `User ${owner.user} belongs to an active organisation (${owner.organisation.id}), which owns the data. Look at the organisation; if it is settled that the user may be deleted, do it by hand.`,
      link: `${zendesk.settings.url}/agent/organizations/${owner.organisation.id}`,
    }
  return await act(people.found.map(({ id }) => id))
}
