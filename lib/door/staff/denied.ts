import type { StaffActor } from '@/lib/core/people/actor'
import type { Ability } from '@/lib/core/people/permissions'
import { log } from '@/lib/log'

/** Parts of the desk's addresses that we wrote; any other part could be somebody's name or number. */
export const knownParts: ReadonlySet<string> = new Set(
  `audit escalations files off-channel reports ccpa requests new details messages status settings calendar jobs laws
  organisation people retention rights risk service-ping suppression export systems teams tokens types usage-data webhooks tasks deletion-list
  sheets templates usage funnel guidance journey account confirm`.split(/\s+/),
)

/** An address as a pattern: `/requests/[…]/details`. */
export const patternOf = (path: string): string =>
  (path.split(/[?#]/)[0] ?? '')
    .split('/')
    .map(part => (part === '' || knownParts.has(part) ? part : '[…]'))
    .join('/')

/**
 * Says in the log that somebody asked for a page that isn't for their role, or that has nothing for it. Nobody does that by chance
 * for long.
 * @param path of the page; what is in it is never logged
 */
export function logDenied(actor: StaffActor, path: string, ability?: Ability): void {
  const who = { actorId: actor.id, role: actor.role }
  log.warn({ ...who, page: patternOf(path), ...(ability && { ability }) }, 'security: page denied')
}
