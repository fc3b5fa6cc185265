import type { JsonSchema } from '../advice/command-input'
import { offChannelQuery } from '../off-channel/off-channel-view'
import { abilities } from '../people/permissions'
import { answers, operation, queryParameters, ref } from './openapi-operation'

const tag = 'Off-channel'
const roles = abilities['log-off-channel']
const entry = ref('parameters/offChannel')

/** What arrives other than through the Privacy Center. */
export const offChannelPaths = (): JsonSchema => ({
  '/off-channel': {
    get: operation({
      id: 'list-off-channel',
      summary: 'A page of what arrived other than through the Privacy Center, the newest first',
      roles,
      tag,
      parameters: queryParameters(offChannelQuery),
      answer: answers('A page, and the cursor of the next one', ref('schemas/OffChannelPage')),
    }),
    post: operation({
      id: 'log-off-channel',
      summary: 'Log an arrival; the answer says what to send and whether its ticket is solved',
      roles,
      tag,
      body: ref('schemas/NewOffChannel'),
      status: 201,
      answer: answers('The entry with its answer', ref('schemas/OffChannel')),
    }),
  },
  '/off-channel/{id}': {
    get: operation({
      id: 'read-off-channel',
      summary: 'One entry with its answer',
      roles,
      tag,
      parameters: [entry],
      answer: answers('The entry with its answer', ref('schemas/OffChannel')),
    }),
  },
  '/off-channel/{id}/request': {
    post: operation({
      id: 'open-for-off-channel',
      summary: 'Open the request that the answer offers, once; its link to the ticket becomes a note',
      roles,
      tag,
      parameters: [entry],
      body: ref('schemas/NewRequestFromTicket'),
      status: 201,
      answer: answers('It exists from now on', ref('schemas/Submitted')),
    }),
  },
})
