import { z } from 'zod'
import type { AccountFacts } from '@/lib/core/account/checks'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson, path } from '@/lib/systems/json-api'
import type { GitLab } from './api'
import { blockedReason, stateOf } from './blocked'
import { enterpriseSigns } from './enterprise-signs'
import { groupMemberships, soleOwnedGroups } from './groups'
import { countAll } from './lists'
import { readUser, type User, type UserDetail } from './users'

const subscriptionSchema = z.object({
  billing: z.object({ subscription_end_date: z.string().nullish() }).nullish(),
})

/** The day that a date or time begins with, as `YYYY-MM-DD`; null where it begins with none. */
const day = (text: string | null | undefined): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null

/** When the plan of the user's own namespace ends. Not every edition has subscriptions, and nobody fails for that. */
async function subscriptionEnd(
  api: GitLab,
  { plan, namespace_id }: Pick<UserDetail, 'plan' | 'namespace_id'>,
): Promise<string | null> {
  // A free plan, or an edition without plans, has no subscription to ask about, and most accounts are such.
  if (!plan || plan === 'free' || !namespace_id) return null
  const { body } = await askJson(api, {
    path: path('namespaces', namespace_id, 'gitlab_subscription'),
    schema: subscriptionSchema,
    allow: [403, 404],
  })
  return day(body?.billing?.subscription_end_date)
}

/** What the checks want to know of an account that was found. Asks for what doesn't depend on each other at the same time. */
export async function factsOf(api: GitLab, user: User): Promise<AccountFacts> {
  const [detail, privateProjects, memberships] = await Promise.all([
    readUser(api, user.id),
    countAll(api, path('users', user.id, 'projects'), { visibility: 'private', simple: true }),
    groupMemberships(api, user.id),
  ])
  if (!detail) throw new SystemFailure('nonsense', `${api.wire.name} lost an account while we looked at it.`)
  const [soleOwned, subscriptionEndsOn] = await Promise.all([
    soleOwnedGroups(api, user.id, memberships),
    subscriptionEnd(api, detail),
  ])
  const enterprise = (detail.enterprise_group_id ?? null) !== null
  return {
    accountId: String(detail.id),
    email: detail.email,
    username: detail.username,
    enterprise,
    ...(!enterprise && { enterpriseSigns: enterpriseSigns(detail, memberships.length) }),
    accountState: stateOf(detail),
    blockedReason: blockedReason(detail),
    privateProjects,
    soleOwnedGroups: soleOwned.length,
    plan: detail.plan ?? null,
    subscriptionEndsOn,
    twoFactor: detail.two_factor_enabled ?? null,
    createdOn: day(detail.created_at),
    lastActiveOn: day(detail.last_activity_on),
    // GitLab doesn't know it.
    country: null,
    region: null,
  }
}
