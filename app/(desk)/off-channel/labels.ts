import { type Channel, offChannelRules } from '@/lib/core/off-channel/off-channel'

export const channelName: Readonly<Record<Channel, string>> = {
  'support-ticket': 'Support ticket',
  mail: 'Mail',
  letter: 'Letter',
  'forum-post': 'Forum post',
}

/** Each thing that may be asked for; where the handbook leaves a choice, each answer to it. */
export const askChoices = [...offChannelRules.values()].flatMap(({ asks, title, answers }) =>
  answers.map(({ key, label }) => ({
    value: `${asks}/${key}`,
    label: answers.length > 1 ? `${title}: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : title,
  })),
)
