import { offChannelRules } from '@/lib/core/off-channel/answers'
import type { Channel } from '@/lib/core/off-channel/off-channel'
import type { OffChannelRow } from '@/lib/store/request/off-channel'

export const channelName: Readonly<Record<Channel, string>> = {
  'support-ticket': 'Support ticket',
  mail: 'Mail',
  letter: 'Letter',
  telephone: 'Telephone',
  'forum-post': 'Forum post',
  'in-person': 'In person',
  chat: 'Chat',
  'social-media': 'Social media',
  other: 'Another way',
  'privacy-center': 'Privacy Center',
}

/** Each thing that may be asked for; where the handbook leaves a choice, each answer to it. */
export const askChoices = [...offChannelRules.values()].flatMap(({ asks, title, answers }) =>
  answers.map(({ key, label }) => ({
    value: `${asks}/${key}`,
    label: answers.length > 1 ? `${title}: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : title,
  })),
)

/** What each answer needs besides how it arrived, by the choice on the form. */
export const askNeeds = Object.fromEntries(
  [...offChannelRules.values()].flatMap(({ asks, answers }) =>
    answers.map(({ key, privacyBy }) => [
      `${asks}/${key}`,
      asks === 'data-portability' ? 'destination' : privacyBy ? 'note' : 'nothing',
    ]),
  ),
)

type Standing = Pick<OffChannelRow, 'finishedAt' | 'solved' | 'dueOn' | 'answering'>

/** How far an entry is, with the colour of its chip. What a connected system couldn't answer comes before all else. */
export function standingOf(
  { finishedAt, solved, dueOn, answering }: Standing,
  now: Date,
): { words: string; meaning: 'done' | 'overdue' | 'neutral' } {
  if (finishedAt) return { words: solved ? 'Solved' : 'Finished', meaning: 'done' }
  if (answering === 'failed') return { words: 'Answer by hand', meaning: 'overdue' }
  if (dueOn && dueOn < now) return { words: 'Overdue', meaning: 'overdue' }
  if (answering === 'queued') return { words: 'Being answered', meaning: 'neutral' }
  return { words: answering === 'answered' ? 'Answered' : 'Open', meaning: 'neutral' }
}

/** How far the answer of a connected system got, in words; null where a person answers. */
export function answeringWords({ answering, answerWords }: OffChannelRow): string | null {
  if (answering === 'queued') return 'Being sent automatically'
  if (answering === 'answered') return 'Sent automatically'
  return answering === 'failed' ? `Not sent automatically. ${answerWords ?? ''}`.trim() : null
}
