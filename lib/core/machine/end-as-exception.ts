import type { MessageKey } from '../handbook/messages/index'
import { typeOf } from '../handbook/request-types/type-of'
import { taskOf } from '../request/current'
import type { Draft } from './draft'

/** What a person changed in a message's words before sending it. */
export interface Edited {
  subject?: string | undefined
  body?: string | undefined
}

/** Closes a request by a person's decision: its main task becomes an exception with the note, and the requester is told. */
export function endAsException(
  draft: Draft,
  note: string,
  end: {
    message: MessageKey
    outcome: 'not-verified' | 'no-permission' | 'no-authority' | 'no-response'
    variables?: Record<string, string>
    edited?: Edited | undefined
  },
): Draft {
  const task = taskOf(draft.next, typeOf(draft.next).mainTask)
  if (task?.state === 'open') draft.resolveTask(task, 'exception', note)
  draft.sendMessage(end.message, { edited: end.edited, variables: end.variables ?? {} })
  return draft.close(end.outcome)
}
