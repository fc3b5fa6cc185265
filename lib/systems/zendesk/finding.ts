import type { Finding, Subject } from '../contract'
import type { Zendesk } from './api'
import { findPeople, nobodyWords, unsureWords } from './people'
import { ticketsOf } from './tickets'
import { count } from './words'

/** What a search by every address finds, for somebody who decides. */
export async function findingOf(zendesk: Zendesk, subject: Subject): Promise<Finding> {
  const { found, unsure } = await findPeople(zendesk, subject)
  const doubt = unsure.length > 0 ? `${unsureWords(unsure)}: look who that is.` : ''
  if (found.length === 0) return { ids: [], words: `${nobodyWords(subject)} ${doubt}`.trim() }
  const ids = found.map(({ id }) => id)
  const open = await ticketsOf(zendesk, ids)
  const tickets = open.length === 0 ? 'no open tickets' : count(open.length, 'open ticket')
  const words = `${count(ids.length, 'user')} (${ids.join(', ')}), ${tickets}`
  return { ids, words: doubt ? `${words}. ${doubt}` : words }
}
