import type { StandInAnswer, StandInCall } from './stand-in'

export interface User {
  id: number
  email: string
  name: string
  role: string
  active: boolean
  identities: { type: string; value: string; verified: boolean }[]
  organisations: number[]
  /** How often it is still looked at before its data is gone; null while nothing was asked. */
  erased: { looks: number } | null
  statuses: { action: string; application: string; created_at: string }[]
}

export interface Organisation {
  id: number
  name: string
  tags: string[]
  organization_fields: Record<string, unknown>
}

export interface Comment {
  body: string
  public: boolean
  author_id?: number
}

export interface Ticket {
  id: number
  requester_id: number | null
  status: string
  tags: string[]
  updated_at: string
  comments: Comment[]
  /** Why it can't be solved: a field that this help desk requires. */
  lacks?: string
  [field: string]: unknown
}

export interface Macro {
  id: number
  title: string
  active: boolean
  comment: Comment | null
  sets: Record<string, unknown>
}

export interface Data {
  users: Map<number, User>
  organisations: Map<number, Organisation>
  tickets: Map<number, Ticket>
  macros: Macro[]
  /** Items on a page. */
  pageSize: number
  /** How often a user who is being erased is still shown with an address. */
  lag: number
  next(): number
  effect(what: string, id: number): void
}

export interface Asked {
  call: StandInCall
  data: Data
  role: 'admin' | 'agent'
  id: number
  other: string
}
export type Route = readonly [method: string, path: RegExp, does: (asked: Asked) => StandInAnswer]

export function emptyData(did: (effect: { what: string; id: string }) => void): Data {
  let last = 9_000_000
  return {
    users: new Map(),
    organisations: new Map(),
    tickets: new Map(),
    macros: [],
    pageSize: 100,
    lag: 2,
    next: () => ++last,
    effect: (what, id) => did({ what, id: String(id) }),
  }
}

export const refused = (status: number, error = 'RecordNotFound', details?: object): StandInAnswer => ({
  status,
  json: {
    error,
    description: status === 404 ? 'Not found' : 'Record validation errors',
    ...(details && { details }),
  },
})
export const missing = refused(404)
export const forbidden: StandInAnswer = {
  status: 403,
  json: { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
}

/** One page of a list. Its link to the next leads where nobody should follow it. */
export function all(call: StandInCall, data: Data, name: string, list: readonly unknown[]): StandInAnswer {
  const size = Math.min(Number(call.query.per_page ?? 100), data.pageSize)
  const page = Number(call.query.page ?? 1)
  const more = page * size < list.length
  const next_page = more ? 'http://169.254.169.254/latest' : null
  return {
    status: 200,
    json: { [name]: list.slice((page - 1) * size, page * size), next_page, count: list.length },
  }
}
