import type { MessageVariable } from '@/emails/types'

// Every variable that a message may use, described once. A message lists the ones that it uses, and no others.

/** A variable without which the message makes no sense. */
const needed = (about: string, example: MessageVariable['example']): MessageVariable => ({
  about,
  example,
  required: true,
})
/** A needed variable whose words have to stay in a text that somebody edits. */
const kept = (about: string, example: MessageVariable['example']): MessageVariable => ({
  ...needed(about, example),
  kept: true,
})
/** A variable that the message can do without. */
const optional = (about: string, example: MessageVariable['example']): MessageVariable => ({
  about,
  example,
  required: false,
})

/** Set or empty: some words are said only where it is set. Its example is empty, as it mostly is. */
const whether = (about: string): MessageVariable => ({
  about,
  example: '',
  required: false,
  onlySometimes: true,
})

export const reference = needed('Reference of the request', 'PR-2026-7K3M9Q')
export const organisation = needed('Name of the organisation', 'GitLab.com')
export const greeting = needed('The first line, ready made: "Hello Robin," or "Hello,"', 'Hello Robin,')
export const request_type = needed(
  'What was asked for, in words that follow "a request for"',
  'the deletion of a GitLab.com account',
)
export const asked_on = needed('The day of the request, in words', '21 November 2026')

/** Sentences from the request type, never from the person: this goes to mailboxes that nobody has confirmed yet. */
export const consequences: MessageVariable = {
  about: 'What this kind of request destroys, sentence by sentence; an empty list where it destroys nothing',
  example: [
    'The account’s personal projects are deleted.',
    'Projects that belong to other people or groups stay.',
    'Groups with no other owner will be deleted immediately, with the work of their other members. To keep one, make somebody else an owner first.',
  ],
  required: true,
  emptyAllowed: true,
}

const page = 'https://privacy.example/r/3f9cB2'
export const link: MessageVariable = {
  ...needed('The person’s own page for this request', page),
  button: 'Open the request',
}
export const confirm_link: MessageVariable = {
  ...needed('The page on which the request is confirmed', 'https://privacy.example/r/8aQ1xZ'),
  button: 'See and confirm the request',
}
/** Each a sentence and its link. Nothing that somebody typed: this goes to mailboxes that nobody has confirmed yet. */
export const waiting_requests: MessageVariable = {
  ...needed('The requests that wait for a mailbox, each with its link', [
    'PR-7K3M-9QXD: a request for the deletion of a GitLab.com account, made on 21 November 2026. It waits to be confirmed.',
  ]),
  button: 'Open this request',
}
export const export_steps_link = needed(
  'Where the steps for exporting projects are described',
  'https://docs.gitlab.com/user/project/settings/import_export/',
)

export const window_days = needed('How many days there are to answer', 7)
export const window_ends_on = kept('The last day to answer, in words', '28 November 2026')
export const questions = kept('The questions to answer', [
  'In which month and year was the account created?',
  'What is the name of one of its private projects?',
])

export const hold_until = kept('The day on which the subscription ends, in words', '14 December 2026')
export const cancel_subscription_help = kept(
  'How to end a subscription earlier, as a sentence',
  'In the Customers Portal, choose Billing, then Cancel subscription.',
)

export const original_reference = kept('Reference of the earlier request', 'PR-2026-4D8H2T')
export const remaining_items = optional('What is still to be deleted, item by item', [
  'What our support system holds about you',
])
export const staying_items = optional('What stays, item by item, because the request ends here', [
  'What our marketing systems hold about you',
])
export const done_items = needed('What was really done, item by item', [
  'Deleted the GitLab.com account with its contributions',
  'Deleted the data held in Zendesk',
])
export const nothing_done = optional(
  'That nothing was done, as a sentence that fits what was asked for',
  'Nothing was deleted or handed over.',
)
export const not_done_items = optional('What was looked at and not done, item by item, with the reason', [
  'Customers Portal: nothing was found there',
])

export const bereaved = whether('The request is about somebody who has died, so that the words are gentler')
export const acting = whether('Somebody acts for a person who is alive')
export const overdue = whether('The day of the answer is past')
export const more_time = whether('The law lets us take longer for the answer, if we say so in time')
export const no_questions = whether(
  'Nothing is asked about the account: the mailbox is all that is confirmed',
)
export const clarification_question = kept(
  'What we need to know, in words for the person',
  'Do you want everything that we hold, or only your support tickets of this year?',
)
export const clock_pauses = whether('The law pauses the time for our answer until the person has answered')
export const clarifying = whether(
  'We asked what the person means, so that silence refuses nothing: the work continues',
)
export const court = whether('The law lets the person take an organisation to court over their request')
export const documents_wanted = kept('The documents that are missing', [
  'A certificate of death',
  'A document that names you as the executor of the estate',
])
export const download_until = kept('The last day to download, in words', '5 December 2026')
export const download_code = needed('The code that opens the files', '048151')
export const code_minutes = needed('For how many minutes the code is good', 15)
export const due_on = needed('The day by which the person was to hear, in words', '21 December 2026')
export const new_due_on = kept('The new day by which the person will hear, in words', '21 February 2027')
export const extension_reason = kept(
  'Why it takes longer, as a sentence',
  'The data is spread over several systems and takes time to put together.',
)
export const appeal = needed('What the law calls it: appeal, or complaint', 'appeal')
export const appeal_due_on = kept('The day by which the appeal is answered, in words', '5 January 2027')
export const appeal_decision = kept(
  'Whether the appeal is granted, as a sentence',
  'We have looked at it again, and our answer stays.',
)
export const appeal_answer = kept(
  'Our answer with its reasons',
  'We still need these invoices for tax law; everything else is deleted.',
)
export const complaint_number = needed('Number of the complaint', 'C-1A2B3C4D')
export const complaint_page: MessageVariable = {
  ...needed('The page on which somebody can write to us again', 'https://privacy.example/complain'),
  button: 'Write to us again',
}
export const complaint_answer = needed(
  'Our answer, as it was written',
  'You are right. We have taken your address off the list.',
)
export const ground = kept(
  'Why the request is refused, as a sentence',
  'We must keep these invoices for tax law until 2031.',
)
export const awaited_from = optional(
  'Who is to answer, where it is not the person',
  'your organisation’s owner',
)
export const ask_again = optional(
  'How to ask once more, in words that follow “you can”',
  'make a new request in our Privacy Center',
)
export const closed_because = optional('Why the request was closed, as a sentence', 'You asked us to stop.')
export const complaint_authority = optional(
  'The authority that hears complaints, with where to find it',
  'the Data Protection Commission (dataprotection.ie)',
)
export const your_rights = needed(
  'How to appeal or complain, and who can look at it after us; added to every message that declines a request',
  'You can appeal to us. We will decide within 60 days. After that you can complain to the Attorney General.',
)
export const reply = needed(
  'The text that you write',
  'The group you asked about has another owner, so it stays.',
)

export const task_name = needed('Name of the task', 'Support Engineer (GitLab Deletion)')
export const steps = needed('What to do, step by step', [
  'Delete groups that block the deletion',
  'Delete user and contributions',
])
export const notice_reason = needed('Why Privacy is needed, as a sentence', 'A task ended as an exception.')
export const entries = needed('How many off-channel entries the mail tells of', 25)
export const late = optional('How many of them are overdue; empty where none is', 2)
export const overdue_link: MessageVariable = {
  ...optional('The list of what is overdue', 'https://privacy.example/off-channel?state=overdue'),
  button: 'Open what is overdue',
}
export const news = needed('What happened, as a sentence', 'Privacy has answered your question.')
export const message_name = needed('Name of the message that did not arrive', 'Request Received')
export const delivery_state = needed('What became of the message, in words', 'It came back as undeliverable.')
export const link_hours = needed('For how many hours the link works', 24)

export const confirm_days = needed('For how many days an address that nobody confirms is kept', 7)
export const change_title = needed('Title of an entry of the change log', 'Pipelines are counted')
export const change_text = needed(
  'What changes, as the entry of the change log says it',
  'New: the event pipeline_started',
)
export const changes_link: MessageVariable = {
  ...needed('The entry on the public page of changes', 'https://privacy.example/usage-data/changes'),
  button: 'Read about it',
}
export const unsubscribe_link = needed(
  'The page on which the subscriber can end this',
  'https://privacy.example/usage-data/subscription/8aQ1xZ',
)

export const account_change = needed(
  'What was changed of somebody’s own sign-in, as a sentence',
  'An authenticator app was turned on.',
)
export const account_page: MessageVariable = {
  ...needed('The page of somebody’s own account', 'https://privacy.example/account'),
  button: 'Open your account',
}
