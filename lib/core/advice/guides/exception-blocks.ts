import { isFollowUp } from '../../handbook/tasks/index'
import { blockingExceptions } from '../../request/current'
import type { Guide, NextStep } from './guide'

export const exceptionBlocks: Guide = {
  when: request => request.state === 'processing' && blockingExceptions(request).length > 0,
  say: 'A task ended as an exception. Privacy reopens the task, accepts the exception of a follow-up task, or refuses the request.',
  why: 'Exceptions block: every exception stops the request until Privacy has decided.',
  steps: request => [
    ...blockingExceptions(request).map(
      (task): NextStep => ({
        command: 'reopen-task',
        label: `Reopen ${task.name}`,
        taskId: task.id,
      }),
    ),
    ...blockingExceptions(request)
      .filter(isFollowUp)
      .map(
        (task): NextStep => ({
          command: 'accept-exception',
          label: `Accept the exception of ${task.name}`,
          taskId: task.id,
        }),
      ),
    { command: 'close', label: 'Refuse the request', preset: { outcome: 'refused' }, who: ['privacy'] },
  ],
}
