import { z } from 'zod'
import type { StepAct } from '@/lib/core/systems/names'
import { type Finding, type Subject, systemKind } from '../contract'
import { secretText, setting, siteAddress } from '../settings-fields'
import { webhookKey } from '../standard-webhooks'
import { erasePerson, findPerson, verifyGone, type Who } from './acts'
import { type HttpApi, httpApi } from './api'
import { checkHttp } from './check'

const roles = ['customers-portal', 'marketing'] as const
type Role = (typeof roles)[number]

const settings = z.object({
  url: setting({ label: 'Address', hint: '/find, /erase and /jobs follow it.', address: true }, siteAddress),
  secret: setting(
    { label: 'Secret', hint: 'whsec_ and the base64 of 24 to 64 bytes.', secret: true },
    secretText.refine(text => webhookKey(text) !== null, 'Enter whsec_ and the base64 of 24 to 64 bytes.'),
  ),
  role: setting({ label: 'What it is', hint: 'customers-portal or marketing.' }, z.enum(roles)),
})

const roleOf = (of: unknown): Role => settings.pick({ role: true }).parse(of).role

const actsByRole: Readonly<Record<Role, readonly StepAct[]>> = {
  'customers-portal': ['find-customer', 'delete-customer', 'verify-customer-gone'],
  marketing: ['erase-marketing'],
}

async function found(api: HttpApi, who: Who, subject: Subject): Promise<Finding> {
  const answer = await api.find(subject)
  if (!answer.found) return { ids: [], words: `No ${who} was found.` }
  const words = answer.evidence ? `A ${who} was found: ${answer.evidence}` : `A ${who} was found.`
  return { ids: [answer.evidence ?? who], words }
}

/** Any system that speaks the documented contract. */
export const http = systemKind({
  name: 'HTTP contract',
  about: 'Finds and erases people in a system of your own that answers a few signed calls.',
  settings,
  roleOf,
  abilities: ['find', 'erase'],
  acts: roles.flatMap(role => actsByRole[role]),
  actsOf: of => actsByRole[roleOf(of)],
  limits: { perMinute: 120, patienceMs: 15_000 },
  connect(given, wire) {
    const api = httpApi(given, wire)
    const who: Who = given.role === 'customers-portal' ? 'customer' : 'person'
    return {
      check: async () => await checkHttp(api),
      find: async subject => await found(api, who, subject),
      acts:
        given.role === 'customers-portal'
          ? {
              'find-customer': findPerson(api, who),
              'delete-customer': erasePerson(api, who),
              'verify-customer-gone': verifyGone(api, who),
            }
          : { 'erase-marketing': erasePerson(api, who) },
    }
  },
})
