import { systemKind } from '../contract'
import { answerTicket } from './answer'
import { zendesk as connectTo } from './api'
import { checkZendesk } from './check'
import { checkOrganisation } from './check-organisation'
import { closeTickets } from './close-tickets'
import { deleteUser } from './delete-user'
import { findingOf } from './finding'
import { readHook } from './hook'
import { zendeskSettings } from './settings'
import { verifyGone } from './verify-gone'

/** The support desk: finds and deletes users there, answers tickets, and is told of new ones by a signed webhook. */
export const zendesk = systemKind({
  name: 'Zendesk',
  about:
    'Finds the person, solves their tickets, deletes them for good, and answers tickets that ask for privacy.',
  settings: zendeskSettings,
  roleOf: () => 'support-desk',
  abilities: ['find', 'erase', 'ticket'],
  acts: ['check-organisation', 'close-tickets', 'delete-support-user', 'verify-support-user-gone'],
  limits: { perMinute: 300, patienceMs: 15_000 },
  connect(settings, wire) {
    const zendesk = connectTo(settings, wire)
    return {
      check: () => checkZendesk(zendesk),
      find: subject => findingOf(zendesk, subject),
      acts: {
        'check-organisation': checkOrganisation(zendesk),
        'close-tickets': closeTickets(zendesk),
        'delete-support-user': deleteUser(zendesk),
        'verify-support-user-gone': verifyGone(zendesk),
      },
      readHook: (headers, raw, now) => readHook(settings, headers, raw, now),
      answerTicket: answer => answerTicket(zendesk, answer),
    }
  },
})
