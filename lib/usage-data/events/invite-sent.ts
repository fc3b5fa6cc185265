import { count, oneOf } from '../collecting/shapes'
import type { EventDefinition } from '../definitions/definition'

export const inviteSent: EventDefinition = {
  action: 'invite_sent',
  description:
    'Somebody invited others to a project or group. Says how teams grow; whom they invite is not collected.',
  owner: 'Growth',
  status: 'active',
  source: { from: 'tracker', match: { kind: 'structured', category: 'members', action: 'invite_sent' } },
  identifiers: ['project', 'namespace', 'user'],
  additionalProperties: {
    label: {
      policy: 'keep',
      shape: oneOf('guest', 'planner', 'reporter', 'developer', 'maintainer', 'owner'),
      reason: 'The role that was offered; a closed list.',
    },
    property: {
      policy: 'drop',
      reason: 'Trackers have been seen to send the address of the one who is invited.',
    },
    value: { policy: 'keep', shape: count, reason: 'How many were invited at once.' },
  },
  keptMonths: 24,
}
