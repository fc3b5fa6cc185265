import { type FailureReason, quoted, SystemFailure } from '../failure'
import type { WireAnswer } from '../wire'

/** What a webhook of Slack answers in plain text (docs.slack.dev, "Sending messages using incoming webhooks"). */

/** It lives, and found nothing to post in what it was sent. */
export const POSTS_NOTHING = ['invalid_payload', 'no_text', 'missing_text_or_fallback_or_attachments']

const REMOVED =
  'the webhook is gone. Make a new one in Slack, under Incoming Webhooks of the app, and enter its address'

const meanings: Readonly<Record<string, { reason: FailureReason; means: string }>> = {
  no_service: { reason: 'credentials', means: REMOVED },
  no_service_id: { reason: 'credentials', means: REMOVED },
  no_active_hooks: { reason: 'credentials', means: REMOVED },
  invalid_token: { reason: 'credentials', means: REMOVED },
  no_team: {
    reason: 'credentials',
    means: 'its workspace is gone. Make a webhook in another, and enter its address',
  },
  team_disabled: { reason: 'forbidden', means: 'its workspace is disabled' },
  channel_not_found: {
    reason: 'unexpected',
    means: 'its channel is gone. Make a webhook for another, and enter its address',
  },
  channel_is_archived: {
    reason: 'unexpected',
    means: 'its channel is archived. Take it out of the archive, or make a webhook for another',
  },
  action_prohibited: {
    reason: 'forbidden',
    means: 'an admin of the workspace forbids posting there. Ask them to allow the app',
  },
  posting_to_general_channel_denied: {
    reason: 'forbidden',
    means: 'an admin of the workspace forbids posting in #general. Make a webhook for another channel',
  },
  user_not_found: {
    reason: 'unexpected',
    means: 'the person to whom it posts is gone. Make a webhook for a channel, and enter its address',
  },
  invalid_payload: { reason: 'unexpected', means: 'it can’t read what we sent' },
  no_text: { reason: 'unexpected', means: 'it can’t read what we sent' },
}

/** What Slack said, without the space around it. Bounded: what is longer than a code is none. */
export const codeOf = ({ body }: WireAnswer): string => body.subarray(0, 200).toString('utf8').trim()

/** An answer other than 200 and `ok`, in words. */
export function slackFailure(name: string, answer: WireAnswer): SystemFailure {
  const { status } = answer
  const code = codeOf(answer)
  const known = meanings[code]
  if (known) return new SystemFailure(known.reason, `${name} says ${code}: ${known.means}.`, { status })
  if (status >= 200 && status < 300)
    return new SystemFailure('nonsense', `${name} answered something other than “ok”.`, {
      status,
      mayHaveActed: true,
    })
  const quote = /^[a-z_]{1,60}$/.test(code) ? `: “${quoted(code)}”` : ''
  return new SystemFailure('unexpected', `${name} answered ${status}${quote}.`, { status })
}
