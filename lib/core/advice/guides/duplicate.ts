import { originalsOf } from '../../request/current'
import type { Guide } from './guide'

export const duplicate: Guide = {
  when: request =>
    ['checking', 'verifying', 'processing'].includes(request.state) && originalsOf(request).length > 0,
  say: 'This repeats an earlier request that is still open. Send Duplicate Request to close this one.',
  why: 'Duplicates: the original is still being worked on, so the later request is linked to it and closed. The original is not touched.',
  steps: () => [
    { command: 'send-message', label: 'Duplicate Request', preset: { message: 'duplicate-request' } },
  ],
}
