/** Whether the person wants their administrator asked, and what the organisation's owner decided. */
export interface OwnerPermission {
  id: string
  round: number
  askedAt: Date
  consent: 'yes' | 'no' | null
  consentAt: Date | null
  contactTicket: string | null
  contactedAt: Date | null
  granted: boolean | null
  decisionTicket: string | null
  decidedAt: Date | null
  decidedById: string | null
}

/** Whether the requester may act for somebody who has died; only Privacy says so. */
export interface Authority {
  id: string
  round: number
  openedAt: Date
  documentsAskedAt: Date | null
  documentsGivenAt: Date | null
  result: 'valid' | 'rejected' | null
  decidedAt: Date | null
  decidedById: string | null
  /** How often Privacy has been reminded. */
  reminders: number
}

/** A question to the Privacy team about one request. */
export interface Escalation {
  id: string
  reason: string
  question: string
  checked: string
  askedAt: Date
  askedById: string | null
  state: 'open' | 'answered' | 'returned' | 'taken-over'
  answer: string | null
  answeredAt: Date | null
  answeredById: string | null
}

/** Somebody disagrees with how their request ended: a case beside it, with a clock of its own. */
export interface Appeal {
  id: string
  /** What the law calls it. */
  kind: 'appeal' | 'complaint'
  ground: string
  receivedAt: Date
  dueOn: Date
  openedAt: Date
  openedById: string | null
  extendedAt: Date | null
  extensionReason: string | null
  granted: boolean | null
  answer: string | null
  answeredAt: Date | null
  answeredById: string | null
}

/** An interval in which the legal clock stands still, where the law allows it. */
export interface Pause {
  id: string
  reason: 'identity' | 'clarification'
  from: Date
  to: Date | null
}
