import { Temporal } from 'temporal-polyfill'
import type { AccountFacts, LookUp } from '@/lib/core/account/checks'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { submit } from '@/lib/core/commands/submit'
import { namedAccount } from '@/lib/core/derived/named-account'
import type { Reason } from '@/lib/core/derived/reasons'
import type { Seen } from '@/lib/core/derived/tasks/seen-steps'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { wordComesFirst } from '@/lib/core/machine/conversation/word-comes-first'
import type {
  Accepted,
  Context,
  Decision,
  Effect,
  Facts,
  OrganisationRules,
} from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { mayRun } from '@/lib/core/people/permissions'
import type { PrivacyRequest, SubjectType } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'
import type { RatingLevel } from '@/lib/core/risk/rating'
import type { ConnectedSystem } from '@/lib/core/systems/connected'
import { system } from '@/tests/factories/system'
import { policyRating, robin } from './cast'

export const zone = 'Europe/Amsterdam'

/** An instant by the organisation's clock: `2026-06-01T12:00`. */
export const at = (local: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)

/** An instant by the organisation's clock, to the second. */
export const local = (instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })

export interface Given {
  /** Begins every id, so that two requests can meet. */
  name?: string
  /** When the form was sent, by the organisation's clock. */
  on?: string
  rating?: RatingLevel
  type?: string
  email?: string
  requesterEmail?: string
  timeZone?: string
  subjectType?: SubjectType
  username?: string | null
  country?: string
  region?: string
  keepOptOut?: boolean
  relationship?: PrivacyRequest['relationship']
  actingAs?: PrivacyRequest['actingAs']
  /** The requester's own time zone. */
  theirZone?: string
  /** Days `YYYY-MM-DD` on which the organisation's offices are closed. */
  holidays?: readonly string[]
  rules?: Partial<OrganisationRules>
}

/** The lists and switches as they are while nobody has changed a setting. */
export const rules: OrganisationRules = {
  embargoed: ['CU', 'IR', 'KP', 'SY', 'RU', 'BY', 'UA-43', 'UA-14', 'UA-09'],
  fourEyes: ['deceased-deletion'],
  defaultLaw: 'gdpr',
  lawVersions: [],
  calendar: { country: null, region: null, closed: [] },
}

/** What the mail server says to every mail from now on; `silent` leaves mails queued. */
type MailServer = 'accepted' | 'bounced' | 'uncertain' | 'silent'

/**
 * One request, run as the door and the worker run it: every command by its name, through permission, state and
 * schema; mails are accepted at once; the directory answers what it holds at that moment. No database, no real clock.
 */
export class Runner {
  request: PrivacyRequest
  now: Date
  /** The account as the directory knows it now; null: it knows none. */
  account: AccountFacts | null
  unreachable = false
  /** The account's other addresses, as the directory knows them now. */
  secondaries: readonly string[] = []
  /** How many events of the account the service usage data holds. */
  events = 0
  /** The version of the deletion list that an account's addresses get. */
  listVersion = 1
  /** The address on the request finds no account; only its own username does. */
  mismatch = false
  mailServer: MailServer = 'accepted'
  /** Sees every change, one command at a time. */
  watch: (before: PrivacyRequest, after: PrivacyRequest, effects: readonly Effect[]) => void = () => {}
  readonly effects: Effect[] = []
  /** What the product ticked or took back by itself. */
  readonly seen: Seen[] = []
  readonly facts: (Facts & { command: string; by: Actor['kind'] })[] = []
  readonly #rating: RatingLevel
  readonly #timeZone: string
  readonly #name: string
  /** As they are now; a test may change them as Privacy would. */
  rules: OrganisationRules
  /** What is connected, and who answers the look-ups. */
  systems: readonly ConnectedSystem[] = []
  source = 'directory'
  #ids = 0

  constructor(account: Partial<AccountFacts> | null, given: Given) {
    this.account = account && { ...robin, ...account }
    this.now = at(given.on ?? '2026-06-01T12:00')
    this.#rating = given.rating ?? 'low'
    this.#timeZone = given.timeZone ?? zone
    this.#name = given.name ?? 'id'
    this.rules = { ...rules, ...given.rules }
    const closed = (given.holidays ?? []).map(day => ({ day, name: 'Closed' }))
    if (given.holidays) this.rules.calendar = { country: null, region: null, closed }
    const email = given.email ?? robin.email
    const type = given.type ?? 'individual-deletion'
    const intake = {
      type,
      subjectType: given.subjectType ?? requestTypes.get(type)?.subjectType ?? 'individual',
      email,
      username: given.username === undefined ? robin.username : given.username,
      name: null,
      country: given.country ?? null,
      region: given.region ?? null,
      relationship: given.relationship ?? null,
      actingAs: given.actingAs ?? 'self',
      forumProfile: type === 'forum-deletion' ? 'https://forum.example/u/robin' : null,
      forumUsername: type === 'forum-deletion' ? 'robin' : null,
      whatIsWrong: type === 'rectification' ? 'My name is spelt Robyn' : null,
      whatIsRight: type === 'rectification' ? 'Robin' : null,
      keepOptOut: given.keepOptOut ?? false,
      timeZone: given.theirZone ?? null,
      details: type === 'objection' ? 'The ranking of my projects' : null,
      locale: 'en',
      requesterEmail: given.requesterEmail ?? email,
      receivedAt: this.now,
      source: 'privacy-center' as const,
    }
    const decision = submit(intake, `PR-${this.#name}`, this.context(system))
    if (!decision.ok) throw new Error(`submit refused: ${decision.reason}`)
    this.request = decision.next
    this.#accept(decision, 'submit', system)
  }

  /** Runs a command as the door would, and answers its refusal's reason, or null where it was accepted. */
  attempt(actor: Actor, name: string, input: unknown = {}, task?: Task): Reason | null {
    const decision = this.decide(actor, name, input, task)
    if (decision.ok) this.#accept(decision, name, actor)
    else if (decision.save) this.#accept(decision.save, name, actor)
    return decision.ok ? null : decision.reason
  }

  /** Runs a command that must be accepted. */
  does(actor: Actor, name: string, input: unknown = {}, task?: Task): this {
    const reason = this.attempt(actor, name, input, task)
    if (reason) throw new Error(`${name} was refused: ${reason} (${this.request.state})`)
    return this
  }

  /** What a command would decide, without carrying it out. */
  decide(actor: Actor, name: string, input: unknown, task?: Task): Decision {
    return wordComesFirst(this.request, this.#decide(actor, name, input, task), actor)
  }

  #decide(actor: Actor, name: string, input: unknown, task?: Task): Decision {
    const command = task ? taskCommands.get(name) : requestCommands.get(name)
    if (!command) throw new Error(`No command ${name}`)
    if (!mayRun(actor, command.who, task)) return { ok: false, reason: 'not-allowed' }
    if (!command.from.includes(this.request.state)) return { ok: false, reason: 'illegal-state' }
    const parsed = command.input.safeParse(input)
    if (!parsed.success) return { ok: false, reason: 'invalid-input', detail: parsed.error.message }
    const context = this.context(actor)
    if (command.wantsFreshChecks?.(this.request, parsed.data, task)) {
      const by = command.on === 'request' ? command.looksUpBy?.(this.request, parsed.data) : undefined
      context.lookUp = this.lookUp(by?.username ?? namedAccount(this.request))
    }
    if (command.on === 'request') return command.decide(this.request, parsed.data, context)
    if (!task) throw new Error(`${name} needs a task`)
    if (command.erasesEvents?.(task)) context.erasedEvents = this.events
    const decision = command.decide(this.request, task, parsed.data, context)
    const lists = decision.ok && decision.effects.some(({ kind }) => kind === 'list-for-data-platform')
    if (!lists) return decision
    context.listVersion = this.listVersion
    return command.decide(this.request, task, parsed.data, context)
  }

  /** @param username looks up by this alone, as the door does for an account that Privacy named */
  lookUp(username?: string | null): LookUp {
    if (this.unreachable) return { reached: false, source: this.source }
    const matches = username ? this.account?.username === username : !this.mismatch
    const account = matches ? this.account : null
    const there = account !== null
    const facts = { emailExists: there, usernameExists: there, sameAccount: there, account }
    const emails = account ? [account.email, ...this.secondaries] : []
    return { reached: true, source: this.source, facts, emails }
  }

  /** What a decision may know at this moment. */
  context(actor: Actor): Context {
    const newId = () => `${this.#name}-${String(++this.#ids).padStart(5, '0')}`
    return {
      now: this.now,
      actor,
      newId,
      timeZone: this.#timeZone,
      riskPolicy: policyRating(this.#rating),
      rules: this.rules,
      holidaysOf: () => () => null,
      systems: this.systems,
    }
  }

  #accept(decision: Accepted, command: string, actor: Actor): void {
    const before = this.request
    const known = requestCommands.get(command) ?? taskCommands.get(command)
    const { keepsVersion = false } = known ?? {}
    this.request = { ...decision.next, version: keepsVersion ? before.version : before.version + 1 }
    this.effects.push(...decision.effects)
    this.facts.push({ ...decision.facts, command, by: actor.kind })
    this.seen.push(...decision.seen)
    this.watch(before, this.request, decision.effects)
    if (this.mailServer === 'silent' || command === 'record-delivery') return
    for (const effect of decision.effects)
      if (effect.kind === 'message')
        this.does(system, 'record-delivery', { message: effect.messageId, result: this.mailServer })
  }

  // The clock, and what the worker does by it.

  clock(local: string): this {
    this.now = at(local)
    return this.sweep()
  }

  /** Lets calendar days pass, the worker sweeping at the same hour of each. */
  days(count: number): this {
    for (let day = 0; day < count; day++) {
      const there = Temporal.Instant.fromEpochMilliseconds(this.now.getTime()).toZonedDateTimeISO(zone)
      this.now = new Date(there.add({ days: 1 }).epochMilliseconds)
      this.sweep()
    }
    return this
  }

  /** What is due by the clock: reminders, windows that ran out, holds whose date has come. Refusals are tried again later. */
  sweep(): this {
    const { now } = this
    const open = () => this.request.windows.filter(window => !window.closedAt)
    for (const existing of open().filter(
      window => window.remindAt && !window.remindedAt && window.remindAt <= now,
    ))
      this.attempt(system, 'send-reminder', { window: existing.id })
    for (const existing of this.request.holds.filter(
      hold => !hold.releasedAt && hold.until && hold.until < now,
    ))
      this.attempt(system, 'end-hold', { hold: existing.id })
    for (const existing of open().filter(window => window.endsAt < now))
      this.attempt(system, 'lapse-window', { window: existing.id })
    return this
  }
}
