import { reminderDays } from '@/lib/core/commands/request/remind-privacy'
import { tryEach } from '@/lib/door/due/try-each'
import { runRequestCommand } from '@/lib/door/run/run'
import type { DueSweep } from '@/lib/store/database/due-tries'
import {
  authoritiesWaiting,
  deadlinesNear,
  holdsEnded,
  remindersDue,
  windowsRunOut,
} from '@/lib/store/request/due'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Runs a system command for each due thing. A refused one is retried later, like one that fails. */
const timer = (
  name: DueSweep,
  command: string,
  due: () => ReturnType<typeof windowsRunOut>,
  input: (id: string) => Record<string, string> = () => ({}),
): Sweep => ({
  name,
  async run(signal) {
    const run = async ({ id, reference }: { id: string; reference: string }) => {
      const options = { commandId: `${command}:${id}` }
      const done = await runRequestCommand(system, reference, command, input(id), options)
      return done.ok ? undefined : done.reason
    }
    await tryEach(name, await due(), run, signal)
  },
})

const ofWindow = (window: string) => ({ window })

export const expireWindows = timer('windows', 'lapse-window', () => windowsRunOut(system), ofWindow)
export const remind = timer('reminders', 'send-reminder', () => remindersDue(system), ofWindow)
export const endHolds = timer(
  'holds',
  'end-hold',
  () => holdsEnded(system),
  hold => ({ hold }),
)
export const remindPrivacy = timer('authorities', 'remind-privacy', () =>
  authoritiesWaiting(system, reminderDays),
)
export const remindOfDeadlines = timer('deadlines', 'remind-deadline', () => deadlinesNear(system))
