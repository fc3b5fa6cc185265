import { endOfDay, parseDay, reminderBefore, windowEnd } from '../deadlines/days'
import { basisOf } from '../deadlines/law-basis'
import { ruleOf } from '../deadlines/law-versions'
import { recounted } from '../deadlines/of-request'
import { marketingAddresses } from '../derived/account-addresses'
import { answerOf } from '../derived/answer-record'
import { newlyReady } from '../derived/tasks/ready-to-work'
import { type Looked, lookAtSteps, type Seen, tickSeen } from '../derived/tasks/seen-steps'
import { declines } from '../derived/your-rights'
import type { MessageKey } from '../handbook/messages/index'
import type { TaskPlan } from '../handbook/tasks/plan'
import type { Team } from '../people/actor'
import { openEscalation, openWindows } from '../request/current'
import type { Hold, HoldReason } from '../request/hold'
import type { Escalation } from '../request/proceedings'
import type { Outcome, PrivacyRequest, State } from '../request/request'
import type { ResponseWindow, WindowReason } from '../request/response-window'
import type { Resolution, SeenEvidence, Task } from '../request/task'
import { paused, resumed } from './clock-pauses'
import type { Accepted, Context, Effect, Facts, TeamMail, Variables } from './decision'
import { newTask } from './new-task'
import { searchesBegun } from './searches'

interface SendOptions {
  variables?: Variables
  to?: 'requester' | 'account-address' | 'subject'
  edited?: { subject?: string | undefined; body?: string | undefined } | undefined
  /** Sent in the system's own name, although a person's act caused it. */
  bySystem?: boolean
}

/** A request being changed by one command: each verb changes the copy and notes the fact or effect that goes with it. */
export class Draft {
  next: PrivacyRequest
  readonly #before: PrivacyRequest
  readonly #facts: Facts = {}
  readonly #effects: Effect[] = []
  readonly #sent: MessageKey[] = []
  readonly #seen: Seen[] = []

  constructor(
    request: PrivacyRequest,
    readonly context: Context,
  ) {
    this.#before = request
    this.next = { ...request }
  }

  set(fields: Partial<PrivacyRequest>): this {
    this.next = { ...this.next, ...fields }
    return this
  }

  fact(facts: Facts): this {
    Object.assign(this.#facts, facts)
    return this
  }

  effect(effect: Effect): this {
    this.#effects.push(effect)
    return this
  }

  enter(state: State): this {
    return this.set({ state })
  }

  /** Sends a message within the request; the door renders it and keeps its exact text. */
  sendMessage(
    key: MessageKey,
    { variables = {}, to = 'requester', edited, bySystem = false }: SendOptions = {},
  ): this {
    const { now, actor } = this.context
    const id = this.context.newId()
    const sender = actor.kind === 'staff' && !bySystem ? actor.role : 'system'
    const record = {
      id,
      key,
      direction: 'out' as const,
      sender,
      late: false,
      channel: null,
      saidOn: null,
      at: now,
      readAt: null,
      delivery: 'queued' as const,
      deliveryAt: null,
    }
    this.set({ messages: [...this.next.messages, record] })
    this.#sent.push(key)
    return this.effect({ kind: 'message', messageId: id, key, to, variables, ...(edited ? { edited } : {}) })
  }

  note(text: string, taskId: string | null = null): this {
    return this.effect({ kind: 'note', text, taskId })
  }

  notifyTeam(team: Team, key: TeamMail['key'], about: Omit<TeamMail, 'kind' | 'team' | 'key'> = {}): this {
    return this.effect({ kind: 'team-mail', team, key, ...about })
  }

  /** Marketing is to erase the person's addresses; taken down now, because closing empties them. */
  suppress(): this {
    return this.effect({ kind: 'suppress', addresses: marketingAddresses(this.next) })
  }

  openTask(plan: TaskPlan): this {
    const { tasks } = this.next
    return this.set({ tasks: [...tasks, newTask(plan, tasks.length, this.context)] })
  }

  changeTask(id: string, change: Partial<Task>): this {
    return this.set({ tasks: this.next.tasks.map(task => (task.id === id ? { ...task, ...change } : task)) })
  }

  /** The product saw that a step is done; one that is ticked already stays as it is. */
  see(task: Task, step: string, evidence: SeenEvidence): this {
    return this.#keepSeen(tickSeen(this.next, { taskId: task.id, step, evidence, now: this.context.now }))
  }

  #keepSeen({ tasks, seen }: Looked): this {
    this.#seen.push(...seen)
    return seen.length > 0 ? this.set({ tasks }) : this
  }

  /** Sets a task's resolution; the rules of who and when are the command's. */
  resolveTask(task: Task, resolution: Resolution, note: string | null = null): this {
    const { now, actor } = this.context
    const resolvedById = actor.kind === 'staff' ? actor.id : null
    this.fact({ [`task:${task.key}`]: resolution })
    return this.changeTask(task.id, { state: 'resolved', resolution, note, resolvedAt: now, resolvedById })
  }

  hold(
    reason: HoldReason,
    { until = null, note = null, basis = null }: Partial<Pick<Hold, 'until' | 'note' | 'basis'>> = {},
  ): this {
    const { actor, now, newId } = this.context
    const placedBy = actor.kind === 'staff' ? actor.role : 'system'
    const hold: Hold = {
      id: newId(),
      reason,
      note,
      placedAt: now,
      placedBy,
      until,
      basis,
      releasedAt: null,
      releasedBy: null,
      releasedNote: null,
    }
    this.fact({ hold: reason })
    return this.set({ holds: [...this.next.holds, hold] })
  }

  /** A hold until the end of a day `YYYY-MM-DD` in the organisation's time zone. */
  holdUntilDay(reason: HoldReason, day: string, basis: Record<string, string>): this {
    return this.hold(reason, { until: endOfDay(parseDay(day), this.context.timeZone), basis })
  }

  changeHold(id: string, change: Partial<Hold>): this {
    return this.set({ holds: this.next.holds.map(hold => (hold.id === id ? { ...hold, ...change } : hold)) })
  }

  openWindow(reason: WindowReason, days: number, remind: boolean): this {
    const { now, timeZone, newId } = this.context
    const endsAt = windowEnd(now, days, timeZone)
    const remindAt = remind ? reminderBefore(endsAt, timeZone) : null
    const window: ResponseWindow = {
      id: newId(),
      reason,
      days,
      opensAt: now,
      endsAt,
      remindAt,
      remindedAt: null,
      closedAt: null,
      closedBy: null,
    }
    this.fact({ window: reason, windowEndsAt: endsAt.toISOString() })
    this.set({ pauses: paused(this.next, reason, this.context) })
    return this.set({ windows: [...this.next.windows, window] })
  }

  changeWindow(id: string, change: Partial<ResponseWindow>): this {
    return this.set({
      windows: this.next.windows.map(window => (window.id === id ? { ...window, ...change } : window)),
    })
  }

  /** @param saidOn the day `YYYY-MM-DD` on which they answered, where that is recorded later */
  closeWindow(reason: WindowReason, closedBy: string, saidOn?: string): this {
    for (const window of openWindows(this.next).filter(window => window.reason === reason)) {
      this.changeWindow(window.id, { closedAt: this.context.now, closedBy })
      this.set({ pauses: resumed(this.next, window, { by: closedBy, saidOn }, this.context) })
    }
    return this
  }

  /** Recomputes the deadline from the request's history; it never shifts the former result, and what is overdue stays so. */
  recomputeDeadline(): this {
    const { law, dueOn, acknowledgeBy, overdueSince, notifiedDay } = recounted(
      this.#before,
      this.next,
      this.context,
    )
    const dueRule = ruleOf(law)
    if (overdueSince && !this.#before.overdueSince) this.fact({ overdueSince: overdueSince.toISOString() })
    const lawBasis = basisOf(dueRule, this.next)
    return this.set({ dueOn, acknowledgeBy, overdueSince, notifiedDay, dueRule, lawBasis })
  }

  closeWindows(closedBy: string): this {
    for (const { reason } of openWindows(this.next)) this.closeWindow(reason, closedBy)
    return this
  }

  /** Ends the request: open tasks are cancelled with the outcome as reason, windows, holds and questions to Privacy end. */
  close(outcome: Outcome): this {
    const { now } = this.context
    for (const task of this.next.tasks.filter(task => task.state === 'open')) {
      this.changeTask(task.id, {
        state: 'cancelled',
        note: `Cancelled: request closed as ${outcome}`,
        resolvedAt: now,
      })
    }
    this.closeWindows('closed')
    for (const hold of this.next.holds.filter(hold => !hold.releasedAt)) {
      this.changeHold(hold.id, { releasedAt: now, releasedBy: 'system', releasedNote: 'Request closed' })
    }
    this.#tellWhoAsked()
    const returned = { state: 'returned', answer: `Request closed as ${outcome}` } as const
    const asked = (escalation: Escalation): Escalation =>
      escalation.state === 'open' ? { ...escalation, ...returned, answeredAt: now, readAt: now } : escalation
    this.set({ escalations: this.next.escalations.map(asked) })
    this.set({ state: 'closed', outcome, closedAt: now, accountEmails: [] })
    return this.set(answerOf(this.next, now))
  }

  /** A question to Privacy ends with the request: who asked it is told, unless it is they who end it. */
  #tellWhoAsked(): void {
    const { actor } = this.context
    const to = openEscalation(this.next)?.askedById
    if (to && !(actor.kind === 'staff' && actor.id === to))
      this.effect({ kind: 'news-mail', to, news: 'question-closed' })
  }

  /** The decision: the changed request, what to write into the audit log, and what to carry out. */
  done(): Accepted {
    this.#keepSeen(lookAtSteps(this.next, this.context))
    const clocked = ['pauses', 'type', 'country', 'region', 'windows'] as const
    if (this.next.state !== 'closed' && clocked.some(key => this.next[key] !== this.#before[key]))
      this.recomputeDeadline()
    const { state, outcome, type } = this.next
    const facts: Facts = { ...this.#facts }
    if (state !== this.#before.state) Object.assign(facts, { from: this.#before.state, to: state })
    if (outcome && outcome !== this.#before.outcome) facts.outcome = outcome
    if (type !== this.#before.type) Object.assign(facts, { typeFrom: this.#before.type, typeTo: type })
    if (this.#sent.length > 0) facts.messages = this.#sent
    const searches = searchesBegun(this.#before, this.next, this.context.systems)
    const effects = [...this.#said(), ...this.#taskMails(), ...searches]
    return { ok: true, next: this.next, facts, effects, seen: this.#seen }
  }

  /** The last word to a person whose request ends without what they asked for carries their rights. */
  #said(): Effect[] {
    const { state, closedAt } = this.next
    const ends = state === 'closed' && closedAt !== this.#before.closedAt
    if (!ends || !declines(this.next)) return this.#effects
    const last = this.#effects.findLast(effect => effect.kind === 'message' && effect.to === 'requester')
    return this.#effects.map(effect =>
      effect === last && effect.kind === 'message' ? { ...effect, declines: true } : effect,
    )
  }

  /** A task mails its team once it can be worked: new, back, or no longer blocked; one that is over by then mails nobody. */
  #taskMails(): Effect[] {
    return newlyReady(this.#before, this.next).flatMap(({ id, team }) =>
      team === 'system' ? [] : [{ kind: 'team-mail', team, key: 'task-opened', taskId: id }],
    )
  }
}
