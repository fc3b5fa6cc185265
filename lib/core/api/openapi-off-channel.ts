import { type JsonSchema, sentSchema } from '../advice/command-input'
import { isOffChannelAct, offChannelActs, offChannelQuery } from '../off-channel/off-channel-view'
import { abilities } from '../people/permissions'
import { answers, operation, queryParameters, ref } from './openapi-operation'

const tag = 'Off-channel'
const roles = abilities['log-off-channel']
const entry = ref('parameters/offChannel')

const acts: Readonly<Record<keyof typeof offChannelActs, string>> = {
  solve: 'Say that the entry’s ticket is solved, or what came is answered',
  finish: 'End an entry that was kept, with a note; what Privacy answers is ended by Privacy alone',
  answer: 'Answer a complaint from the public form by mail, which ends the entry; Privacy alone',
  clarify: 'Say where the person wants to move to, for data portability',
  'answer-again':
    'Have a ticket that couldn’t be answered automatically tried again; only where `answering` is `failed`',
}

const actPaths = (): JsonSchema =>
  Object.fromEntries(
    Object.keys(acts)
      .filter(isOffChannelAct)
      .map(act => [
        `/off-channel/{id}/commands/${act}`,
        {
          post: operation({
            id: `${act}-off-channel`,
            summary: acts[act],
            roles,
            tag,
            parameters: [entry],
            body: sentSchema(offChannelActs[act]),
            answer: answers('The entry as it is now', ref('schemas/OffChannel')),
          }),
        },
      ]),
  )

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
      summary:
        'Log an arrival; the answer says what to send, what becomes of its ticket, and by when Privacy answers',
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
  ...actPaths(),
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
