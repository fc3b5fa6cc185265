import { messageRules } from '@/lib/core/handbook/messages/index'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Actor, Role, StaffActor } from '@/lib/core/people/actor'
import { accountHolderActor, requesterActor, systemActor } from '@/lib/core/people/make-actor'
import { openWindows, verificationOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { attachFile } from '@/lib/door/files/attach'
import { runRequestCommand, runTaskCommand } from '@/lib/door/run/run'
import { submitRequest } from '@/lib/door/run/submit'
import { happenedEarlier, loseMail } from '@/lib/store/demo/demo-state'
import { readRequest } from '@/lib/store/request/requests'
import type { Beginning } from './beginning'
import type { DemoPerson } from './directory'
import { arrived, proofOf } from './papers'

type Doer = Role | 'requester' | 'account-holder' | 'system'

/** One request of the demo, walked by the same commands that people and the worker run. */
export class Walk {
  #steps = 0

  private constructor(
    readonly person: DemoPerson,
    /** As the last command left it. */
    public request: PrivacyRequest,
    readonly staff: ReadonlyMap<Role, StaffActor>,
    readonly name: string,
  ) {}

  /** Submitted as many days ago as the situation says; the confirmation is mailed. */
  static async begin(
    { name, daysAgo, type = 'individual-deletion', fields, askedBy, proofs = [] }: Beginning,
    person: DemoPerson,
    staff: ReadonlyMap<Role, StaffActor>,
    now: Date,
  ): Promise<Walk> {
    const actor = staff.get('support-engineer')
    const known = requestTypes.get(type)
    if (!actor || !known) throw new Error(`demo ${name}: nobody can open it`)
    const receivedAt = new Date(+now - daysAgo * 86_400_000 - 60_000).toISOString()
    const { email, username, country } = person
    const whole = {
      type,
      email,
      name: askedBy?.name ?? person.name,
      country,
      receivedAt,
      ...(known.fields.some(field => field.key === 'username') && { username }),
      ...(askedBy && { requesterEmail: askedBy.email }),
      ...fields,
    }
    const sent = await submitRequest(actor, whole, {
      commandId: `demo:${name}:submit`,
      source: known.openedBy === 'staff' ? 'staff' : 'privacy-center',
      proofs: await Promise.all(proofs.map(proofOf)),
    })
    if (!sent.ok) throw new Error(`demo ${name}: ${sent.reason} ${sent.detail ?? ''}`)
    const request = await readRequest(systemActor(), sent.reference)
    if (!request) throw new Error(`demo ${name}: the request is gone`)
    return new Walk(person, request, staff, name)
  }

  #actor(who: Doer): Actor {
    if (who === 'system') return systemActor()
    if (who === 'requester') return requesterActor(this.request.id)
    if (who === 'account-holder') return accountHolderActor(this.request.id)
    const actor = this.staff.get(who)
    if (!actor) throw new Error(`the demo has no ${who}`)
    return actor
  }

  async #command(who: Doer, command: string, input: object): Promise<void> {
    const actor = this.#actor(who)
    const options = { commandId: `demo:${this.name}:${++this.#steps}:${command}` }
    const done = await runRequestCommand(actor, this.request.reference, command, input, options)
    if (!done.ok) throw new Error(`demo ${this.name}, ${command}: ${done.reason} ${done.detail ?? ''}`)
    this.request = done.request
  }

  async run(who: Doer, command: string, input: object = {}): Promise<this> {
    await this.#command(who, command, input)
    return await this.delivered()
  }

  /** Sends a message whose mail gets lost on its way. */
  async lost(message: string): Promise<this> {
    await this.#command('support-engineer', 'send-message', { message })
    const sent = this.request.messages.at(-1)
    if (!sent) throw new Error(`demo ${this.name}: nothing was sent`)
    await loseMail(sent.id)
    await this.#command('system', 'record-delivery', { message: sent.id, result: 'uncertain' })
    return this
  }

  async task(
    who: Role | 'system',
    key: string,
    command: string,
    input: object = {},
    refused = '',
  ): Promise<this> {
    const task = this.request.tasks.find(task => task.key === key)
    const options = { commandId: `demo:${this.name}:${++this.#steps}:${key}:${command}` }
    const done = await runTaskCommand(this.#actor(who), task?.id ?? '', command, input, options)
    if (!done.ok && done.reason !== refused)
      throw new Error(`demo ${this.name}, ${key} ${command}: ${done.reason} ${done.detail ?? ''}`)
    if (done.ok) this.request = done.request
    return this
  }

  /** The mail server took what opens a window; the rest goes out when the worker runs. */
  async delivered(): Promise<this> {
    const waiting = this.request.messages.filter(
      message => message.delivery === 'queued' && messageRules.get(message.key)?.window,
    )
    for (const { id } of waiting)
      await this.#command('system', 'record-delivery', { message: id, result: 'accepted' })
    return this
  }

  /** So many days went by in silence: the time to answer is over. */
  async silent(days: number): Promise<this> {
    await happenedEarlier(this.request.id, days)
    for (const { id } of openWindows(this.request))
      await this.#command('system', 'lapse-window', { window: id })
    return this
  }

  /** Confirmed by the person and looked up. */
  async checked(): Promise<this> {
    await this.run('requester', 'confirm')
    return await this.run('system', 'record-check-results')
  }

  async asked(): Promise<this> {
    await this.checked()
    const high = this.request.ratings.at(-1)?.rating === 'high'
    const message = `${high ? 'high' : 'medium'}-risk-gitlab-account-verification-question`
    return await this.run('support-engineer', 'send-message', { message })
  }

  async answered(): Promise<this> {
    await this.asked()
    const questions = verificationOf(this.request)?.questions ?? []
    const said: Record<string, string> = {
      created: 'Some time in 2019, I think in spring',
      'private-projects': 'About five',
      'last-active': 'Yesterday',
      plan: 'Ultimate, paid by me until next year',
      groups: 'Seven, if I remember well',
    }
    const answers = Object.fromEntries(questions.map(({ key }) => [key, said[key] ?? 'I don’t remember']))
    return await this.run('requester', 'answer-questions', { answers })
  }

  async ticked(key: string, who: Role, count: number): Promise<this> {
    const steps = this.request.tasks.find(task => task.key === key)?.steps ?? []
    for (const step of steps.filter(step => !step.doneAt).slice(0, count))
      await this.task(who, key, 'tick-step', {
        step: step.key,
        ...(step.asks && { given: 'Deleted, with all posts' }),
      })
    return this
  }

  /** The account's task, worked to its end. */
  async deleted(): Promise<this> {
    await this.ticked('gitlab-deletion', 'support-engineer', 99)
    return await this.task('support-engineer', 'gitlab-deletion', 'resolve', { resolution: 'complete' })
  }

  async found(zendesk: boolean, customersPortal: boolean): Promise<this> {
    const input = { found: { zendesk, customersPortal } }
    return await this.task('support-engineer', 'zendesk-cdot-deletion', 'resolve', input)
  }

  /** Somebody was located in the Customers Portal, or not. */
  async located(customersPortal: boolean): Promise<this> {
    const input = { found: { customersPortal } }
    return await this.task('support-engineer', 'customers-portal-search', 'resolve', input)
  }

  /** A file of text on a task. */
  async filed(key: string, who: Role, name: string, text: string): Promise<this> {
    const { reference, tasks } = this.request
    const taskId = tasks.find(task => task.key === key)?.id ?? null
    const upload = { name, mediaType: 'text/plain', incoming: await arrived(text) }
    const at = { reference, taskId, purpose: 'hand-over' as const }
    const options = { commandId: `demo:${this.name}:${++this.#steps}:${key}:file` }
    const done = await attachFile(this.#actor(who), at, upload, options)
    if (!done.ok) throw new Error(`demo ${this.name}, ${name}: ${done.reason}`)
    return this
  }

  /** What the system does by itself, as far as the type has it. */
  async marketing(): Promise<this> {
    await this.task('system', 'marketing-deletion', 'complete-system-task')
    if (!this.request.tasks.some(task => task.key === 'usage-data-deletion')) return this
    return await this.task('system', 'usage-data-deletion', 'complete-system-task')
  }

  async fulfilled(): Promise<this> {
    await this.checked()
    await this.deleted()
    await this.found(false, false)
    return await this.marketing()
  }

  async assigned(role: Role = 'support-engineer'): Promise<this> {
    return await this.run('support-engineer', 'assign', { to: this.staff.get(role)?.id ?? null })
  }
}
