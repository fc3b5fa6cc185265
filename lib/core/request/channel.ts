/** The roads other than their own page on which somebody’s words can reach us; staff record what comes on them. */
export const recordedChannels = [
  'mail',
  'telephone',
  'letter',
  'ticket',
  'in-person',
  'chat',
  'social-media',
  'forum-post',
  'other',
] as const
export type RecordedChannel = (typeof recordedChannels)[number]

/** Every road on which somebody’s words reach us. */
export const replyChannels = ['privacy-center', ...recordedChannels] as const
export type ReplyChannel = (typeof replyChannels)[number]

/** What a channel is called in a choice. */
export const channelNames: Readonly<Record<RecordedChannel, string>> = {
  mail: 'Mail',
  telephone: 'Telephone',
  letter: 'Letter',
  ticket: 'Support ticket',
  'in-person': 'In person',
  chat: 'Chat',
  'social-media': 'Social media',
  'forum-post': 'Forum post',
  other: 'Another way',
}

/** How something came, inside a sentence: “by telephone”. */
export const byChannel: Readonly<Record<ReplyChannel, string>> = {
  'privacy-center': 'on their page',
  mail: 'by mail',
  telephone: 'by telephone',
  letter: 'by letter',
  ticket: 'by support ticket',
  'in-person': 'in person',
  chat: 'in a chat',
  'social-media': 'on social media',
  'forum-post': 'in a forum post',
  other: 'in another way',
}
