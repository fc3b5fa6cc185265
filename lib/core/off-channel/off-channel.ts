/** What arrives other than through the Privacy Center, and how the handbook answers it: data, so that wording stays out of code. */

export const channels = ['support-ticket', 'mail', 'letter', 'forum-post'] as const
export type Channel = (typeof channels)[number]

export const askables = [
  'account-deletion',
  'data-access',
  'data-export',
  'data-portability',
  'forum-deletion',
] as const
export type Askable = (typeof askables)[number]

export interface OffChannelAnswer {
  /** Kept with the log. */
  key: string
  label: string
  /** Name of the macro in the ticket system, where there is one. */
  macro?: string
  /** Text to send; the organisation's words stand in braces, see {@link answerText}. */
  text: string
  /** What becomes of the ticket. */
  ticket: 'solved' | 'kept'
  /** The request type that may be opened for it. */
  opens?: string
}

export interface OffChannelRule {
  asks: Askable
  title: string
  /** The first is the usual one; another is the engineer's choice. */
  answers: readonly [OffChannelAnswer, ...OffChannelAnswer[]]
}

const deletion: OffChannelAnswer = {
  key: 'deletion-instructions',
  label: 'Send the instructions for deleting an account',
  macro: 'Support::SaaS::Gitlab.com::Account Deletion Instructions - GitLab.com',
  text: `Hello,

You can delete your {organisation} account yourself: sign in, open your account settings, and choose Delete account.

If you can’t sign in, or want us to delete the data that other systems hold about you, too, please choose “Make a Privacy Request” here:
{privacy_center}

We can’t handle this in a support ticket: only there can we make sure that it is you who asks.`,
  ticket: 'solved',
}

const access: OffChannelAnswer = {
  key: 'privacy-center-link',
  label: 'Send the link to Make a Privacy Request',
  text: `Hello,

To get a copy of the data that we hold about you, please choose “Make a Privacy Request” here:
{privacy_center}

We can’t handle this in a support ticket: only there can we make sure that it is you who asks.`,
  ticket: 'solved',
}

const portability: OffChannelAnswer = {
  key: 'portability-instructions',
  label: 'Clarify, and send the self-service instructions',
  text: `Hello,

If you want to move your projects to another platform, you can take them with you yourself, without asking us:
{export_steps}

Is that what you are looking for, or would you like a copy of the personal data that we hold about you? In that case, please choose “Make a Privacy Request” here:
{privacy_center}`,
  ticket: 'kept',
}

const all: readonly OffChannelRule[] = [
  { asks: 'account-deletion', title: 'Account deletion', answers: [deletion] },
  { asks: 'data-access', title: 'Data access', answers: [access] },
  {
    asks: 'data-export',
    title: 'Data export',
    answers: [
      access,
      {
        key: 'open-export',
        label: 'Open a data export',
        text: `Hello,

We have opened a request for the export of your projects. A mail with a link is on its way to the address of your account; please confirm the request there. Everything else is said within the request.`,
        ticket: 'kept',
        opens: 'data-export',
      },
    ],
  },
  { asks: 'data-portability', title: 'Data portability', answers: [portability] },
  {
    asks: 'forum-deletion',
    title: 'Forum deletion',
    answers: [
      {
        key: 'open-forum-deletion',
        label: 'Open a forum deletion',
        text: `Hello,

We have opened a request to delete your forum account. A mail with a link is on its way to the address of that account; please confirm the request there within 7 days.`,
        ticket: 'kept',
        opens: 'forum-deletion',
      },
    ],
  },
]

export const offChannelRules: ReadonlyMap<string, OffChannelRule> = new Map(
  all.map(rule => [rule.asks, rule]),
)

/** The answer that a log names; undefined where the table doesn't have it (any more). */
export const answerOf = (asks: string, key: string): OffChannelAnswer | undefined =>
  offChannelRules.get(asks)?.answers.find(answer => answer.key === key)

/** An answer with the organisation's own words in it. */
export function answerText(
  { text }: Pick<OffChannelAnswer, 'text'>,
  words: { organisation: string; privacy_center: string; export_steps: string },
): string {
  const known = new Map(Object.entries(words))
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => known.get(name) ?? whole)
}
