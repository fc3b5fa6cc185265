/** What a team's channel can be told of. Its messages carry ids only. */
export const channelEvents = [
  'escalation',
  'appeal',
  'complaint',
  'exception',
  'delivery-problem',
  'new-message',
] as const
export type ChannelEvent = (typeof channelEvents)[number]

/** What admins read where they switch one off. */
export const channelEventLabels: Readonly<Record<ChannelEvent, string>> = {
  escalation: 'A request was escalated',
  appeal: 'Somebody appealed',
  complaint: 'Somebody complained',
  exception: 'A task ended as an exception',
  'delivery-problem': 'A mail couldn’t be delivered',
  'new-message': 'A person wrote',
}

export const isChannelEvent = (text: string): text is ChannelEvent =>
  channelEvents.some(event => event === text)
