import { createHmac } from 'node:crypto'
import { StandIn, type StandInAnswer, type StandInCall } from './stand-in'
import {
  all,
  type Comment,
  type Data,
  emptyData,
  missing,
  type Organisation,
  type Route,
  refused,
  type Ticket,
  type User,
} from './zendesk-data'
import { deletionRoutes } from './zendesk-deletion'
import { ticketRoutes } from './zendesk-tickets'

const MACRO = 'Support::SaaS::Gitlab.com::Account Deletion Instructions - GitLab.com'

interface Signing {
  secret?: string
  at?: Date
}

/** Zendesk's API with its awkward truths: a fuzzy search, deletion in two halves with a lag, macros that are only previewed. */
export class ZendeskStandIn extends StandIn {
  readonly email = 'habeas@support.example'
  readonly token = 'zd-token-admin'
  readonly agentToken = 'zd-token-agent'
  readonly webhookSecret = 'zd-webhook-secret'
  readonly data: Data = emptyData(effect => this.effects.push(effect))

  constructor() {
    super()
    this.data.macros.push({
      id: 360001,
      title: MACRO,
      active: true,
      comment: { body: 'Choose “Make a Privacy Request” in the Privacy Center.', public: true },
      sets: { tags: ['macro_used'] },
    })
  }

  get settings() {
    const { url, email, token, webhookSecret } = this
    return { url, email, token, webhookSecret }
  }

  user(email: string, more: Partial<User> = {}): User {
    const id = this.data.next()
    const user: User = {
      id,
      email,
      name: 'Robin Example',
      role: 'end-user',
      active: true,
      identities: [{ type: 'email', value: email, verified: true }],
      organisations: [],
      erased: null,
      statuses: [],
      ...more,
    }
    this.data.users.set(id, user)
    return user
  }

  organisation(more: Partial<Organisation> = {}): Organisation {
    const id = this.data.next()
    const organisation = { id, name: 'Acme', tags: [], organization_fields: {}, ...more }
    this.data.organisations.set(id, organisation)
    return organisation
  }

  ticket(requester: User | null, more: Partial<Ticket> = {}): Ticket {
    const id = this.data.next()
    const ticket: Ticket = {
      id,
      requester_id: requester?.id ?? null,
      status: 'open',
      tags: [],
      updated_at: '2026-01-01T00:00:00Z',
      comments: [],
      ...more,
    }
    this.data.tickets.set(id, ticket)
    return ticket
  }

  comment(ticket: Ticket, comment: Comment): void {
    ticket.comments.push(comment)
  }

  /** Headers as Zendesk signs a body. */
  signed(body: string | Buffer, { secret = this.webhookSecret, at = new Date() }: Signing = {}) {
    const timestamp = at.toISOString().replace(/\.\d+Z$/, 'Z')
    return {
      'content-type': 'application/json',
      'x-zendesk-webhook-id': '01GZENDESK',
      'x-zendesk-webhook-signature-timestamp': timestamp,
      'x-zendesk-webhook-signature': createHmac('sha256', secret)
        .update(timestamp)
        .update(body)
        .digest('base64'),
    }
  }

  protected answer(call: StandInCall): StandInAnswer {
    const path = /^\/api\/v2(\/.*)$/.exec(call.path)?.[1]
    if (!path)
      return { status: 404, body: '<html>Not found</html>', headers: { 'content-type': 'text/html' } }
    const isAdmin = this.#isToken(call, this.token)
    if (!isAdmin && !this.#isToken(call, this.agentToken))
      return { status: 401, json: { error: 'Couldn’t authenticate you' } }
    const role = isAdmin ? 'admin' : 'agent'
    const routes: readonly Route[] = [
      ['GET', /^\/users\/me$/, () => ({ status: 200, json: { user: { id: 1, role, active: true } } })],
      ...findRoutes,
      ...ticketRoutes,
      ...deletionRoutes,
    ]
    for (const [method, pattern, does] of routes) {
      const found = method === call.method ? pattern.exec(path) : null
      if (found) return does({ call, data: this.data, role, id: Number(found[1]), other: found[2] ?? '' })
    }
    return { status: 404, json: { error: 'InvalidEndpoint', description: 'Not found' } }
  }

  #isToken({ headers }: StandInCall, token: string): boolean {
    const pair = Buffer.from(`${this.email}/token:${token}`).toString('base64')
    return headers.authorization === `Basic ${pair}`
  }
}

const shown = ({ identities: _i, erased: _e, statuses: _s, organisations, ...user }: User) => ({
  ...user,
  organization_id: organisations[0] ?? null,
})

/** The search is fuzzy: it answers with every user whose name or address has the first part of what was asked. */
function matches(user: User, query: string): boolean {
  const address = /^email:"(.*)"$/.exec(query)?.[1]?.toLowerCase() ?? ''
  const start = address.split('@')[0] ?? ''
  const texts = [user.name, ...user.identities.map(({ value }) => value)]
  return user.active && start !== '' && texts.some(text => text.toLowerCase().includes(start))
}

const findRoutes: readonly Route[] = [
  [
    'GET',
    /^\/users\/search$/,
    ({ call, data }) =>
      all(
        call,
        data,
        'users',
        [...data.users.values()].filter(user => matches(user, call.query.query ?? '')).map(shown),
      ),
  ],
  [
    'GET',
    /^\/users\/(\d+)$/,
    ({ data, id }) => {
      const user = data.users.get(id)
      return user ? { status: 200, json: { user: shown(user) } } : missing
    },
  ],
  [
    'GET',
    /^\/users\/(\d+)\/identities$/,
    ({ call, data, id }) => {
      const user = data.users.get(id)
      return user ? all(call, data, 'identities', user.identities) : missing
    },
  ],
  [
    'GET',
    /^\/users\/(\d+)\/organizations$/,
    ({ call, data, id }) => {
      const user = data.users.get(id)
      if (!user?.active) return missing
      const own = user.organisations.flatMap(key => data.organisations.get(key) ?? [])
      return all(call, data, 'organizations', own)
    },
  ],
  [
    'GET',
    /^\/organizations\/(\d+)$/,
    ({ data, id }) => {
      const organization = data.organisations.get(id)
      return organization ? { status: 200, json: { organization } } : refused(404)
    },
  ],
]
