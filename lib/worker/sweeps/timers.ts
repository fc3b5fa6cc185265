import { system } from '@/lib/core/actor'
import { runRequestCommand } from '@/lib/door/run'
import { type Due, holdsEnded, remindersDue, windowsRunOut } from '@/lib/store/due'
import type { Sweep } from '../engine'

/** Runs a system command for each thing whose time has come; one that is refused is simply still due next time. */
const timer = (
  name: string,
  command: string,
  field: 'window' | 'hold',
  due: () => Promise<Due[]>,
): Sweep => ({
  name,
  async run() {
    for (const { id, reference } of await due()) {
      await runRequestCommand(system, reference, command, { [field]: id }, { commandId: `${command}:${id}` })
    }
  },
})

export const lapse = timer('windows', 'lapse-window', 'window', () => windowsRunOut(system))
export const remind = timer('reminders', 'send-reminder', 'window', () => remindersDue(system))
export const endHolds = timer('holds', 'end-hold', 'hold', () => holdsEnded(system))
