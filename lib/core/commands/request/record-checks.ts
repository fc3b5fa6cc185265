import { z } from 'zod'
import type { AccountFacts } from '../../account/checks'
import { emailList } from '../../account/directory-cell'
import { usernameKey } from '../../account/matching'
import { isTooFarAhead, wrongDay } from '../../deadlines/days'
import { withEarlier } from '../../derived/account-addresses'
import { requestCommand } from '../../machine/command'
import { type Context, refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { routeAfterChecks } from '../../machine/flow'
import { supportAndPrivacy } from '../../people/permissions'

const day = z.iso.date().nullable().default(null)
const count = z.number().int().min(0).max(1_000_000).nullable().default(null)
/** Addresses of the account besides the one on the request, as a directory file lists them. */
const otherEmails = z
  .string()
  .trim()
  .max(4000)
  .transform((text, context) => {
    const cell = emailList(text)
    if ('value' in cell) return cell.value.map(({ email }) => email)
    context.addIssue({ code: 'custom', message: 'Enter email addresses, separated by semicolons.' })
    return z.NEVER
  })
const yesNo = { true: 'Yes', false: 'No' }

/** Computers count their time from 1970, and no account is older than that. */
const noAccountBefore = new Date(0)

/** What has happened to an account can't be of a day to come, nor before there were any. */
const cantHaveBeen = (day: string | null, { now, timeZone }: Context): boolean =>
  day !== null && wrongDay(day, { now, notBefore: noAccountBefore, zones: [timeZone] }) !== null

/** A subscription may have ended long ago, but for the same bounds. */
const cantEnd = (day: string | null, context: Context): boolean =>
  day !== null &&
  (isTooFarAhead(day, { now: context.now, zones: [context.timeZone] }) ||
    wrongDay(day, { now: context.now, notBefore: noAccountBefore, zones: [context.timeZone] }) ===
      'too-early')

/** What a person found where the directory could not be reached, with the source and a note. */
export const recordChecks = requestCommand({
  name: 'record-checks',
  label: 'Record the checks by hand',
  may: 'Retry or record checks',
  who: supportAndPrivacy,
  says: {
    before:
      'What you say here is frozen and decides where the request goes; without an account it closes at once.',
    done: 'The checks are recorded.',
    mailsToo: true,
    history: 'recorded the checks by hand',
  },
  from: ['checking'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    emailExists: z.boolean(),
    usernameExists: z.boolean(),
    sameAccount: z.boolean(),
    enterprise: z.boolean().default(false),
    accountId: z.string().trim().min(1).max(255).optional(),
    secondaryEmails: otherEmails.optional(),
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
    region: z
      .string()
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Use the region’s code, such as US-CA.')
      .nullable()
      .default(null),
    source: z.string().trim().min(1).max(200),
    note: z.string().trim().min(1).max(2000),
  }),
  form: [
    { name: 'emailExists', label: 'The email exists', choices: yesNo },
    { name: 'usernameExists', label: 'The username exists', choices: yesNo },
    { name: 'sameAccount', label: 'Both are on one account', choices: yesNo },
    { name: 'enterprise', label: 'It is an enterprise user', choices: yesNo, empty: 'Choose' },
    { name: 'accountId', label: 'Account id' },
    {
      name: 'secondaryEmails',
      label: 'Other addresses of the account',
      hint: 'Separate them by semicolons. Every one of them is searched for.',
    },
    {
      name: 'accountState',
      label: 'State of the account',
      choices: {
        active: 'Active',
        blocked: 'Blocked',
        banned: 'Banned',
        deactivated: 'Deactivated',
        deleted: 'Deleted',
      },
    },
    {
      name: 'blockedReason',
      label: 'Why blocked',
      choices: { self_deletion: 'Their own deletion', abuse: 'Abuse', other: 'Something else' },
      empty: 'It isn’t',
    },
    { name: 'privateProjects', label: 'Private projects' },
    { name: 'soleOwnedGroups', label: 'Groups owned alone' },
    { name: 'plan', label: 'Plan' },
    { name: 'subscriptionEndsOn', label: 'Subscription ends on' },
    { name: 'twoFactor', label: 'Two-factor', choices: yesNo, empty: 'Not known' },
    { name: 'createdOn', label: 'Created on' },
    { name: 'lastActiveOn', label: 'Last active on' },
    { name: 'source', label: 'Where you looked' },
    { name: 'note', label: 'Note' },
  ],
  decide(request, input, context) {
    const { emailExists, usernameExists, sameAccount, source, note, secondaryEmails = [], ...known } = input
    const wrong = (['createdOn', 'lastActiveOn'] as const).find(field => cantHaveBeen(input[field], context))
    if (wrong) return refuse('invalid-input', wrong)
    if (cantEnd(input.subscriptionEndsOn, context)) return refuse('invalid-input', 'subscriptionEndsOn')
    if (sameAccount && !(emailExists && usernameExists)) return refuse('contradiction', 'sameAccount')
    const username = request.username ?? request.email
    const { accountId = usernameKey(username), ...facts } = known
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
    const draft = new Draft(request, context).set({
      checks: [...request.checks, round],
      accountEmails: account ? withEarlier([request.email], secondaryEmails) : [],
    })
    return routeAfterChecks(draft.fact({ recordedByHand: true, accountFound: sameAccount }), found).done()
  },
})
