import { eventSubject } from '../definitions/fingerprint'
import type { Given, Pseudonymised, StoredEvent } from './pseudonymise'
import type { Rules } from './rules'

/** The fixed parts of Habeas's own addresses; every other part is a reference, a key, or somebody's link. */
const words = new Set(
  (
    'audit escalations off-channel reports requests details messages status new settings jobs laws organisation people rights ' +
    'risk service-ping suppression systems teams tokens types usage-data webhooks tasks templates usage funnel guidance journey my link request r ' +
    'confirmed disowned objected check deceased portability proofs sent somebody-else what changes dictionary licences subscription ' +
    'complain ended agreed mail-on retention calendar set-password sign-in account confirm problem problems'
  ).split(' '),
)

/** The pattern of one of our own pages: `/requests/:value/details`. */
export const ownPagePattern = (path: string): string =>
  path
    .split('/')
    .slice(0, 8)
    .map(part => (part === '' || words.has(part) ? part : ':value'))
    .join('/') || '/'

/** That one of our own pages was opened. By whom is not looked at. */
export function ownPageView(path: string, rules: Rules, given: Given): Pseudonymised | null {
  const definition = rules.ownEvent('habeas_page_viewed')
  const print = definition && rules.prints.get(eventSubject(definition))
  if (!definition || !print) return null
  const { action, keptMonths } = definition
  if (given.announced.get(eventSubject(definition)) !== print)
    return { rejected: { reason: 'not-announced', event: action, userPseudonym: null, fields: {} } }
  const nothing = {
    userPseudonym: null,
    sessionPseudonym: null,
    devicePseudonym: null,
    projectId: null,
    namespaceId: null,
    country: null,
    region: null,
    referrer: null,
    label: null,
    property: null,
    value: null,
  } satisfies Partial<StoredEvent>
  return {
    stored: {
      ...nothing,
      id: given.eventId(undefined),
      keptMonths,
      event: action,
      happenedAt: given.now,
      app: 'habeas',
      platform: 'web',
      keyVersion: given.keyVersion,
      page: ownPagePattern(path),
      fields: {},
      fingerprint: print,
    },
  }
}
