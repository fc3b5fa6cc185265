import type { Act, EvidenceLine } from '../contract'
import type { Zendesk } from './api'
import { type OwnedBy, ownersOf } from './guarded'
import { findPeople, nobodyFound } from './people'

const stateOf = ({ organisation, isActive }: OwnedBy) =>
  isActive ? `Organisation ${organisation.id} is active.` : `Organisation ${organisation.id} has expired.`

/** Whether an organisation that is a customer owns the data; then it isn't ours to delete. */
export const checkOrganisation = (zendesk: Zendesk): Act => ({
  async preview(subject) {
    const people = await findPeople(zendesk, subject)
    const owners = await ownersOf(zendesk, people)
    const acts = people.found.flatMap(({ id }) => {
      const own = owners.filter(({ user }) => user === id)
      if (own.length === 0) return [`User ${id} belongs to no organisation, so the data can be deleted.`]
      return own.map(({ organisation, isActive }) => {
        const name = organisation.name ? ` (${organisation.name})` : ''
        return isActive
          ? `User ${id} belongs to the active organisation ${organisation.id}${name}: the task will end as an exception.`
          : `User ${id} belongs to the expired organisation ${organisation.id}${name}, so the data can be deleted.`
      })
    })
    return { acts, nothingToDo: acts.length === 0 }
  },
  async run({ subject, now }) {
    const people = await findPeople(zendesk, subject)
    const owners = await ownersOf(zendesk, people)
    const evidence: EvidenceLine[] = people.found.map(({ id }) => {
      const states = owners.filter(({ user }) => user === id).map(stateOf)
      const what = `Looked for organisations of user ${id}`
      return { at: now, what, result: states.length > 0 ? states.join(' ') : 'There is none.' }
    })
    const owner = owners.find(({ isActive }) => isActive)
    if (!owner) {
      const nobody = evidence.length === 0 ? [nobodyFound(now, subject)] : evidence
      return { is: 'done', changed: false, evidence: nobody }
    }
    const note = `An active organisation owns the data (organisation ${owner.organisation.id}).`
    return { is: 'exception', note, evidence }
  },
})
