import { z } from 'zod'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { workLinkKeys } from '@/lib/core/handbook/work-links'
import type { Actor } from '@/lib/core/people/actor'
import { settingSchemas, writeSetting } from '@/lib/store/settings/settings'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from './changing'

/** What Privacy sets alone: which types are offered publicly, and the organisation's own words. */

const ability = 'edit-handbook'

/** Offers these types on the public form, and no others; those that staff open are left as they are. */
export async function savePublished(
  actor: Actor,
  published: readonly string[],
  commandId: string,
): Promise<Done> {
  return await changing({ actor, ability, command: 'publish-types', commandId }, async tx => {
    const unpublished = [...requestTypes.values()]
      .filter(type => type.openedBy === 'public' && !published.includes(type.key))
      .map(type => type.key)
    await writeSetting(tx, 'unpublished', settingSchemas.unpublished.parse(unpublished))
    return { answer: {}, facts: { unpublished } }
  })
}

const text = (max: number) => z.string().trim().min(1, 'Fill this in.').max(max)
const organisationInput = z.object({
  organisation: text(100),
  'cancel-subscription-help': text(500),
  'complaint-authority': text(500),
  'export-steps-link': z.url({ protocol: /^https?$/, error: 'Give the whole link, with https://.' }),
  'usual-countries': settingSchemas['usual-countries'].optional(),
})

/** The words that messages use for the organisation, and the countries that forms offer first. */
export async function saveOrganisation(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = organisationInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const words = parsed.data
  return await changing({ actor, ability, command: 'change-organisation', commandId }, async tx => {
    await writeSetting(tx, 'organisation', words.organisation)
    await writeSetting(tx, 'cancel-subscription-help', words['cancel-subscription-help'])
    await writeSetting(tx, 'complaint-authority', words['complaint-authority'])
    await writeSetting(tx, 'export-steps-link', words['export-steps-link'])
    if (words['usual-countries']) await writeSetting(tx, 'usual-countries', words['usual-countries'])
    return { answer: {}, facts: { settings: Object.keys(words) } }
  })
}

/** Left empty, a link is taken away. */
const workLink = z.union([
  z.literal(''),
  z.url({ protocol: /^https$/, error: 'Give the whole link, with https://.' }).max(500),
])
const workLinksInput = z.partialRecord(z.enum(workLinkKeys), workLink)

/** The pages that the steps of tasks lead to. */
export async function saveWorkLinks(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = workLinksInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const links = Object.fromEntries(Object.entries(parsed.data).filter(([, address]) => address !== ''))
  return await changing({ actor, ability, command: 'change-work-links', commandId }, async tx => {
    await writeSetting(tx, 'work-links', links)
    return { answer: {}, facts: { links: Object.keys(links) } }
  })
}
