import { z } from 'zod'
import type { AccountFacts } from '../../account/checks'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { routeAfterChecks } from '../../machine/flow'

const day = z.iso.date().nullable().default(null)
const count = z.number().int().min(0).max(1_000_000).nullable().default(null)

/** What a person found where the directory could not be reached, with the source and a note. */
export const recordChecks = requestCommand({
  name: 'record-checks',
  label: 'Record the checks by hand',
  from: ['checking'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    emailExists: z.boolean(),
    usernameExists: z.boolean(),
    sameAccount: z.boolean(),
    enterprise: z.boolean().default(false),
    accountId: z.string().trim().min(1).max(255).optional(),
    accountState: z.enum(['active', 'blocked', 'banned', 'deactivated', 'deleted']).default('active'),
    blockedReason: z.enum(['self_deletion', 'abuse', 'other']).nullable().default(null),
    privateProjects: count,
    soleOwnedGroups: count,
    plan: z.string().trim().max(50).nullable().default(null),
    subscriptionEndsOn: day,
    twoFactor: z.boolean().nullable().default(null),
    createdOn: day,
    lastActiveOn: day,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Use the country’s code, such as DE.')
      .nullable()
      .default(null),
    source: z.string().trim().min(1).max(200),
    note: z.string().trim().min(1).max(2000),
  }),
  decide(request, input, context) {
    const { emailExists, usernameExists, sameAccount, source, note, ...known } = input
    if (sameAccount && !(emailExists && usernameExists)) return refuse('contradiction', 'sameAccount')
    const username = request.username ?? request.email
    const { accountId = username.trim().toLowerCase(), ...facts } = known
    const account: AccountFacts | null = sameAccount
      ? { accountId, email: request.email, username, ...facts }
      : null
    const found = { emailExists, usernameExists, sameAccount, account }
    const recordedById = context.actor.kind === 'staff' ? context.actor.id : null
    const round = {
      id: context.newId(),
      round: request.round,
      purpose: 'intake' as const,
      source,
      note,
      recordedById,
      at: context.now,
      facts: found,
    }
    const draft = new Draft(request, context).set({ checks: [...request.checks, round] })
    return routeAfterChecks(draft.fact({ recordedByHand: true, accountFound: sameAccount }), found).done()
  },
})
