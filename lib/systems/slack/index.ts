import { z } from 'zod'
import { channelEvents, isChannelEvent } from '@/lib/core/systems/channel-events'
import { systemKind } from '../contract'
import { setting } from '../settings-fields'
import type { Wire } from '../wire'
import { codeOf, slackFailure } from './answers'
import { checkSlack } from './check'

const settings = z.object({
  url: setting(
    {
      label: 'Webhook address',
      hint: 'The whole of it. Anybody who knows it can post, so it is kept as a secret.',
      secret: true,
      address: true,
    },
    z
      .url({
        protocol: /^https?$/,
        error: 'Enter the whole address, such as https://hooks.slack.com/services/T…/B…/….',
      })
      .max(500),
  ),
  events: setting(
    {
      label: 'What it is told of',
      hint: `On or off for each of ${channelEvents.join(', ')}. All are on unless they are switched off.`,
    },
    z.partialRecord(z.enum(channelEvents), z.enum(['on', 'off'])).optional(),
  ),
})

/** One message in the channel. @throws SystemFailure where Slack didn't post it, in words that say what to do */
async function posted(wire: Wire, post: (message: object) => ReturnType<Wire['call']>, text: string) {
  const answer = await post({ text })
  if (answer.status === 200 && codeOf(answer) === 'ok') return
  throw slackFailure(wire.name, answer)
}

/** A channel in Slack, by one of its incoming webhooks. */
export const slack = systemKind({
  name: 'Slack',
  about: 'Tells a channel that something waits, with ids only.',
  settings,
  roleOf: () => 'channel',
  abilities: ['notify'],
  acts: [],
  // Slack takes about one message a second.
  limits: { perMinute: 50, patienceMs: 10_000 },
  connect({ url, events = {} }, wire) {
    const post = async (message: object) =>
      await wire.call({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      })
    return {
      check: async () => await checkSlack(wire.name, post),
      async notify(event, text) {
        if (!isChannelEvent(event)) throw new Error(`no event ${event} for channels`)
        if (events[event] === 'off') return false
        await posted(wire, post, text)
        return true
      },
    }
  },
})
