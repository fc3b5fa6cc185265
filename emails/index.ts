import { english, type MessageKey } from '@/emails/en/index'
import complaintAnswered from '@/emails/public/complaint-answered'
import complaintReceived from '@/emails/public/complaint-received'
import complaintUnderway from '@/emails/public/complaint-underway'
import requestsWaiting from '@/emails/public/requests-waiting'
import usageChange from '@/emails/public/usage-change'
import usageSubscription from '@/emails/public/usage-subscription'
import accountChanged from '@/emails/staff/account-changed'
import appealReminder from '@/emails/staff/appeal-reminder'
import deadlineReminder from '@/emails/staff/deadline-reminder'
import deliveryProblem from '@/emails/staff/delivery-problem'
import newMessage from '@/emails/staff/new-message'
import offChannelNotice from '@/emails/staff/off-channel-notice'
import offChannelReminder from '@/emails/staff/off-channel-reminder'
import offChannelWaiting from '@/emails/staff/off-channel-waiting'
import privacyNotice from '@/emails/staff/privacy-notice'
import requestNews from '@/emails/staff/request-news'
import setPassword from '@/emails/staff/set-password'
import taskOpened from '@/emails/staff/task-opened'
import type { MessageTemplate, PersonMessage, PublicMailKey, StaffMailKey } from '@/emails/types'

const staff: { readonly [Key in StaffMailKey]: MessageTemplate<Key> } = {
  'account-changed': accountChanged,
  'appeal-reminder': appealReminder,
  'deadline-reminder': deadlineReminder,
  'delivery-problem': deliveryProblem,
  'new-message': newMessage,
  'off-channel-notice': offChannelNotice,
  'off-channel-reminder': offChannelReminder,
  'off-channel-waiting': offChannelWaiting,
  'privacy-notice': privacyNotice,
  'request-news': requestNews,
  'set-password': setPassword,
  'task-opened': taskOpened,
}

const outsideRequests: { readonly [Key in PublicMailKey]: MessageTemplate<Key> } = {
  'complaint-answered': complaintAnswered,
  'complaint-received': complaintReceived,
  'complaint-underway': complaintUnderway,
  'requests-waiting': requestsWaiting,
  'usage-change': usageChange,
  'usage-subscription': usageSubscription,
}

type MessageSet = { readonly [Key in MessageKey]: MessageTemplate<Key> }

// A message under a key that isn't its own doesn't compile.
const inEnglish: { readonly [Key in MessageKey]: PersonMessage<Key> } = english

// A language may have only some of the messages; the rest is said in English rather than not at all.
const languages: Readonly<Record<string, Partial<MessageSet>>> = { en: inEnglish }

/** All messages to the person, in English: the list that the composer and the template screen start from. */
export const messages: readonly PersonMessage<MessageKey>[] = Object.values(inEnglish)

/** All mails to staff. */
export const staffMails: readonly MessageTemplate<StaffMailKey>[] = Object.values(staff)

/** All mails to people outside any request. */
export const publicMails: readonly MessageTemplate<PublicMailKey>[] = Object.values(outsideRequests)

/** True if the text is the key of a message to the person, as the API spells it. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(inEnglish, key)
}

/**
 * The message in the language asked for (BCP 47), else in that language without its region, else in English.
 */
export function findMessage(key: MessageKey, language = 'en'): MessageTemplate<MessageKey> {
  for (const tag of [language.toLowerCase(), language.toLowerCase().split('-')[0] ?? 'en']) {
    const set = Object.hasOwn(languages, tag) ? languages[tag] : undefined
    const found = set?.[key]
    if (found) return found
  }
  return inEnglish[key]
}

/** The mail to staff with this key. */
export function findStaffMail(key: StaffMailKey): MessageTemplate<StaffMailKey> {
  return staff[key]
}

/** The mail with this key to somebody outside any request. */
export function findPublicMail(key: PublicMailKey): MessageTemplate<PublicMailKey> {
  return outsideRequests[key]
}
