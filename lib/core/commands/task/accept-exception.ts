import { z } from 'zod'
import { isFollowUp } from '../../handbook/tasks/index'
import { taskCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { taskNamed } from '../../machine/fact-labels'
import { advance, startWork } from '../../machine/flow'

/**
 * Privacy lets a follow-up task's exception be: it counts as done, and *Request Fulfilled* tells the person what was not done
 * and why, in the words of the note (handbook, “Exceptions block”).
 */
export const acceptException = taskCommand({
  name: 'accept-exception',
  label: 'Accept the exception',
  may: 'Reopen a task, or accept its exception',
  who: ['privacy'],
  says: {
    before:
      'The task counts as done, and the work continues. Request Fulfilled tells the person what was not done, with your words for why.',
    done: 'The exception is accepted.',
    mailsToo: true,
    history: ({ task }) => `accepted the exception of ${taskNamed(task)}`,
  },
  from: ['processing'],
  to: ['processing', 'closed'],
  input: z.object({ note: z.string().trim().min(1).max(1000) }),
  form: [
    {
      name: 'note',
      label: 'Why it was not done',
      hint: 'The person reads this. For example: Your company owns these tickets, so please ask your company.',
    },
  ],
  decide(request, task, { note }, context) {
    if (task.state !== 'resolved' || task.resolution !== 'exception' || task.acceptedAt)
      return refuse('task-not-open')
    if (!isFollowUp(task)) return refuse('not-acceptable')
    const acceptedById = context.actor.kind === 'staff' ? context.actor.id : null
    const draft = new Draft(request, context)
      .changeTask(task.id, { acceptedAt: context.now, acceptedById, acceptedWords: note })
      .note(`Exception accepted: ${note}`, task.id)
      .fact({ task: task.key, accepted: true })
    startWork(draft)
    return advance(draft).done()
  },
})
