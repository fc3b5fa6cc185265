import { reminderDays } from '@/lib/core/commands/request/remind-privacy'
import { runRequestCommand } from '@/lib/door/run/run'
import {
  authoritiesWaiting,
  type Due,
  deadlinesNear,
  holdsEnded,
  remindersDue,
  windowsRunOut,
} from '@/lib/store/request/due'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Runs a system command for each thing whose time has come; one that is refused is simply still due next time. */
const timer = (
  name: string,
  command: string,
  due: () => Promise<Due[]>,
  input: (id: string) => Record<string, string> = () => ({}),
): Sweep => ({
  name,
  async run() {
    for (const { id, reference } of await due())
      await runRequestCommand(system, reference, command, input(id), { commandId: `${command}:${id}` })
  },
})

const ofWindow = (window: string) => ({ window })

export const lapse = timer('windows', 'lapse-window', () => windowsRunOut(system), ofWindow)
export const remind = timer('reminders', 'send-reminder', () => remindersDue(system), ofWindow)
export const endHolds = timer(
  'holds',
  'end-hold',
  () => holdsEnded(system),
  hold => ({ hold }),
)
export const nudgePrivacy = timer('authorities', 'remind-privacy', () =>
  authoritiesWaiting(system, reminderDays),
)
export const remindOfDeadlines = timer('deadlines', 'remind-deadline', () => deadlinesNear(system))
