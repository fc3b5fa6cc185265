import { complaintDays } from '../handbook/window-days'
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

/** The clock of an appeal or complaint that is open already. */
export const clockOfAppeal = (law: Law, { kind }: Pick<Appealing, 'kind'>): Appealing =>
  law.appeal?.kind === kind ? law.appeal : houseComplaint(law)
