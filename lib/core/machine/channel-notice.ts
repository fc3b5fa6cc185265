import { type ChannelEvent, channelEventLabels, isChannelEvent } from '../systems/channel-events'
import type { TeamMail } from './decision'

/** What a team's channel is told when a team is mailed; null where the mail is enough. */
export function channelEventOf({ key, reason = '' }: Pick<TeamMail, 'key' | 'reason'>): ChannelEvent | null {
  if (key === 'privacy-notice') return isChannelEvent(reason) ? reason : null
  return isChannelEvent(key) ? key : null
}

/** One line for a channel that many people read: the request's reference and where it is, never anything about the person. */
export const channelText = (event: ChannelEvent, reference: string, link: string): string =>
  `${channelEventLabels[event]}: ${reference} ${link}`
