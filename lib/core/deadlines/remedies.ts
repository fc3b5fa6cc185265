import { complaintDays } from '../handbook/window-days'
import type { Appeal } from '../request/proceedings'
import { appealUnder } from './appeal'
import type { Appealing, Law } from './law'

/** A complaint where the law says nothing of complaints to us: it is answered all the same, in the organisation's own time. */
const houseComplaint = (law: Law): Appealing => ({
  kind: 'complaint',
  respond: { n: complaintDays, unit: 'days' },
  authority: law.complaint,
  about: `This law says nothing of complaints to us; ${complaintDays} days is a house rule`,
})

/** How a complaint to us is answered: by the law's own clock where it has one on that day, else in the organisation's time. */
export function complaintUnder(law: Law, on: Date, timeZone: string): Appealing {
  const own = appealUnder(law, on, timeZone)
  return own?.kind === 'complaint' ? own : houseComplaint(law)
}

/** Our own second look at a request that has ended: the law's appeal, else a complaint. */
export const secondLook = (law: Law, on: Date, timeZone: string): Appealing =>
  appealUnder(law, on, timeZone) ?? houseComplaint(law)

/** The clock of an appeal or complaint that is open already: the one of the day on which it was received. */
export function clockOfAppeal(
  law: Law,
  { kind, receivedAt }: Pick<Appeal, 'kind' | 'receivedAt'>,
  timeZone: string,
): Appealing {
  const own = appealUnder(law, receivedAt, timeZone)
  return own?.kind === kind ? own : houseComplaint(law)
}
