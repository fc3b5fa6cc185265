import { complaintDays } from '../handbook/window-days'
import { appealUnder } from './appeal'
import type { Appealing, Law, Source } from './law'

/** Laws that let a person take an organisation to court over their request, each with its source. */
const courts: Readonly<Record<string, Source>> = {
  gdpr: { text: 'Art. 12(4) and art. 79', confidence: 'read' },
  uk_gdpr: { text: 'UK GDPR art. 12(4), Data Protection Act 2018 s. 167', confidence: 'read' },
  ch_fadp: { text: 'FADP art. 32', confidence: 'recalled' },
  br_lgpd: { text: 'LGPD art. 22', confidence: 'recalled' },
  jp_appi: { text: 'APPI art. 39', confidence: 'recalled' },
  cn_pipl: { text: 'PIPL art. 50', confidence: 'recalled' },
  ar_pdp: { text: 'Ley 25.326 art. 33', confidence: 'recalled' },
}

/** Where a law gives the person a court against us, and where it says so; undefined where it gives none. */
export const courtUnder = ({ id }: Pick<Law, 'id'>): Source | undefined => courts[id]

/** The authority alone: a court that a law names beside it is said in a sentence of its own. */
export const withoutCourt = (complaint: string): string => complaint.replace(/, or a court$/, '')

/** A complaint where the law says nothing of complaints to us: it is answered all the same, in the organisation's own time. */
const houseComplaint = (law: Law): Appealing => ({
  kind: 'complaint',
  respond: { n: complaintDays, unit: 'days' },
  authority: withoutCourt(law.complaint),
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
