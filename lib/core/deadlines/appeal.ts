import type { ClosedDays } from './closed-days'
import { dayOf } from './days'
import { deadline } from './deadline'
import type { Appealing, Law } from './law'

/** What a law calls it when somebody disagrees with how their request ended. */
export const appealName: Readonly<Record<Appealing['kind'], string>> = {
  appeal: 'appeal',
  complaint: 'complaint',
}

/** The law's way to appeal against an answer, on the day on which that is received; undefined where it has none. */
export function appealUnder(law: Law, receivedAt: Date, timeZone: string): Appealing | undefined {
  const { appeal } = law
  const day = dayOf(receivedAt, timeZone).toString()
  return appeal && (!appeal.effectiveFrom || appeal.effectiveFrom <= day) ? appeal : undefined
}

interface AppealInput {
  law: Law
  appeal: Appealing
  receivedAt: Date
  timeZone: string
  calendar: ClosedDays
  extended?: boolean
  /** When the extension was told, and the day `YYYY-MM-DD` that was chosen, up to the law's limit. */
  toldAt?: Date | undefined
  notifiedDay?: string | undefined
}

interface AppealDue {
  dueOn: Date
  /** The last day that an extension could reach; null where the law has none. */
  latestOn: Date | null
  working: string[]
}

/** When an appeal is due, with its working: its own clock, which is never paused, and rolls only where the law's entry says so. */
export function appealDeadline({ law, appeal, ...given }: AppealInput): AppealDue {
  const { override: _override, target: _target, ...own } = law
  const action = 'erasure'
  const clocks = [{ actions: [action] as const, respond: appeal.respond, extend: appeal.extend }]
  const name = `${law.name}, ${appealName[appeal.kind]}`
  const { dueOn, latestOn, working } = deadline({
    ...given,
    law: { ...own, name, clocks, pausesFor: [], roll: appeal.roll ?? 'none' },
    action,
    now: given.receivedAt,
  })
  return { dueOn, latestOn, working: appeal.about ? [...working, appeal.about] : working }
}
