import type { Action } from '../request/request'
import type { Askable, OffChannelAnswer, OffChannelRule } from './off-channel'

/** How the handbook answers what arrives off-channel: data, so that wording stays out of code. */

const deletion: OffChannelAnswer = {
  key: 'deletion-instructions',
  label: 'Send the instructions for deleting an account',
  macro: 'Support::SaaS::Gitlab.com::Account Deletion Instructions - GitLab.com',
  text: `Hello,

You can delete your {organisation} account yourself: sign in, open your account settings, and choose Delete account.

If you can’t sign in, or want us to delete the data that other systems hold about you, too, please choose “Make a Privacy Request” here:
{privacy_center}

{why_there}

{acting}`,
  ticket: 'solved',
}

/**
 * The link to the form.
 * @param wish what it is for, as the beginning of a sentence
 * @param countsFor the law's clock that counts all the same
 */
const linkFor = (wish: string, countsFor?: Action): OffChannelAnswer => ({
  key: 'privacy-center-link',
  label: 'Send the link to Make a Privacy Request',
  text: `Hello,

${wish}, please choose “Make a Privacy Request” here:
{privacy_center}

{why_there}

{acting}`,
  ticket: 'solved',
  ...(countsFor && { countsFor }),
})

const access = linkFor('To get a copy of the data that we hold about you')

const portability: OffChannelAnswer = {
  key: 'portability-instructions',
  label: 'Ask where they move to, and send the self-service instructions',
  text: `Hello,

If you want to move your projects to another platform, you can take them with you yourself, without asking us.

{destination}

All steps for exporting projects:
{export_steps}

Or would you like a copy of the personal data that we hold about you? Then please choose “Make a Privacy Request” here:
{privacy_center}`,
  ticket: 'kept',
}

const openExport: OffChannelAnswer = {
  key: 'open-export',
  label: 'Open a data export',
  text: `Hello,

We can help you to export your projects. For that we need to know:

- the email address of your account
- your username
- the country where you live

We then open a request, and you confirm it by a mail to that address.`,
  opened: `Hello,

We have opened a request for the export of your projects. A mail with a link is on its way to the address of your account; please confirm the request there. Everything else is said within the request.`,
  ticket: 'kept',
  opens: 'data-export',
}

const openForumDeletion: OffChannelAnswer = {
  key: 'open-forum-deletion',
  label: 'Open a forum deletion',
  text: `Hello,

We can delete your forum account and your posts. For that we need to know:

- the link to your profile in the forum
- your username there
- the email address of that account

We then open a request, and you confirm it by a mail to that address.`,
  opened: `Hello,

We have opened a request to delete your forum account. A mail with a link is on its way to the address of that account; please confirm the request there within 7 days.`,
  ticket: 'kept',
  opens: 'forum-deletion',
}

/** Privacy's own to answer. @param privacyBy what the clock counts for */
const toPrivacy = (privacyBy: Action | 'complaint'): OffChannelAnswer => ({
  key: 'to-privacy',
  label: 'Pass it on to Privacy',
  text: `Hello,

Thank you for telling us. Our privacy team will look at it. {when}

{acting}`,
  ticket: 'kept',
  privacyBy,
})

const all: readonly OffChannelRule[] = [
  { asks: 'account-deletion', title: 'Account deletion', answers: [deletion] },
  { asks: 'data-access', title: 'Data access', answers: [access] },
  { asks: 'data-export', title: 'Data export', answers: [access, openExport] },
  { asks: 'data-portability', title: 'Data portability', answers: [portability] },
  { asks: 'forum-deletion', title: 'Forum deletion', answers: [openForumDeletion] },
  {
    asks: 'rectification',
    title: 'Correction',
    answers: [linkFor('To have us correct what we hold about you', 'rectification')],
  },
  {
    asks: 'objection',
    title: 'Objection to a use of data',
    answers: [linkFor('To object to how we use your data', 'objection')],
  },
  {
    asks: 'marketing-opt-out',
    title: 'Marketing opt-out',
    answers: [linkFor('To get no more marketing from us', 'objection')],
  },
  { asks: 'complaint', title: 'Complaint', answers: [toPrivacy('complaint')] },
  { asks: 'restriction', title: 'Restriction of use', answers: [toPrivacy('objection')] },
  { asks: 'consent-withdrawal', title: 'Withdrawal of consent', answers: [toPrivacy('objection')] },
  { asks: 'other', title: 'Something else', answers: [toPrivacy('access')] },
]

export const offChannelRules: ReadonlyMap<string, OffChannelRule> = new Map(
  all.map(rule => [rule.asks, rule]),
)

/** What is asked for, in words. */
export const askedTitle = (asks: Askable): string => offChannelRules.get(asks)?.title ?? asks

/** The answer that a log names; undefined where the table doesn't have it (any more). */
export const answerOf = (asks: string, key: string): OffChannelAnswer | undefined =>
  offChannelRules.get(asks)?.answers.find(answer => answer.key === key)

/** The answer that was named, or the usual one to what is asked for; undefined where that has no such answer. */
export const chosenAnswer = (asksFor: string, key: string | undefined): OffChannelAnswer | undefined =>
  key === undefined ? offChannelRules.get(asksFor)?.answers[0] : answerOf(asksFor, key)
