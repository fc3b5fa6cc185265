import type { AccountFacts } from '@/lib/core/account/checks'
import type { Reason } from '@/lib/core/derived/reasons'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { accountHolderActor } from '@/lib/core/people/make-actor'
import { ratingOf, verificationOf } from '@/lib/core/request/current'
import type { FilePurpose } from '@/lib/core/request/file-record'
import type { MessageRecord } from '@/lib/core/request/message-record'
import type { State } from '@/lib/core/request/request'
import type { Found, Task } from '@/lib/core/request/task'
import { system } from '@/tests/factories/system'
import { carl, finn, priya, requester, robin, rosa, sam } from './cast'
import { type Given, local, Runner } from './runner'

export const ticket = 'https://support.example/tickets/4711'
export const question = {
  reason: 'Unsure',
  question: 'Is this person who they say?',
  checked: 'The ticket and the directory',
}

/** Somebody who reads a mailbox of the account itself. */
export const holder = (requestId: string): Actor => accountHolderActor(requestId)

/** A request for Robin's account (or for none that exists), just submitted. */
export const aRequest = (account: Partial<AccountFacts> | null = {}, given: Given = {}): Story =>
  new Story(account, given)

/** Submissions for the same account, which know each other as the store would tell them. */
export function siblings(...stories: Story[]): void {
  const seen = stories.map(story => {
    const { id, reference, type, state, outcome, receivedAt, closedAt, verifications, requesterEmail } =
      story.request
    const failedVerifications = verifications.filter(({ result }) => result === 'failed').length
    const isUnjudged = ({ answeredAt, result }: { answeredAt: Date | null; result: string | null }) =>
      state === 'closed' && answeredAt !== null && result === null
    const unjudgedAnswers = verifications.filter(isUnjudged).length
    const onHold = story.openHolds.length > 0
    const counts = { failedVerifications, unjudgedAnswers }
    const other = { id, reference, type, state, outcome, onHold, receivedAt, closedAt, ...counts }
    return { other, requesterEmail }
  })
  for (const story of stories) {
    const { request } = story
    const others = seen.flatMap(({ other, requesterEmail }) =>
      other.id === request.id
        ? []
        : [{ ...other, sameSubject: true, sameRequester: requesterEmail === request.requesterEmail }],
    )
    story.request = {
      ...request,
      related: others.filter(({ state }) => state !== 'submitted'),
    }
  }
}

/** The usual steps in the life of a request, each by its name, and what is to be seen of it. */
export class Story extends Runner {
  confirmed = () => this.does(requester(this.request.id), 'confirm')
  checked = () => this.does(system, 'record-check-results')
  /** Confirmed and checked. */
  begun = () => this.confirmed().checked()

  says = (message: string, more: object = {}) => this.does(sam, 'send-message', { message, ...more })

  asked(): this {
    return this.says(`${ratingOf(this.request)?.rating ?? 'low'}-risk-gitlab-account-verification-question`)
  }

  answered(): this {
    const keys = verificationOf(this.request)?.questions.map(question => question.key) ?? []
    const answers = Object.fromEntries(keys.map(key => [key, 'spring, I think']))
    return this.does(requester(this.request.id), 'answer-questions', { answers })
  }

  /** The directory says from now on that the account is deleted. */
  vanished(): this {
    this.account = { ...(this.account ?? robin), accountState: 'deleted' }
    return this
  }

  read = () => this.does(sam, 'mark-read')
  passed = () => this.does(sam, 'pass-verification')
  reviewRequested = () =>
    this.does(sam, 'request-security-review', { issue: 'https://gitlab.example/trust/-/issues/7' })
  reviewed = (result: 'unblocked' | 'denied') => this.does(sam, 'record-security-review', { result })
  held = (until?: string) => this.does(sam, 'hold', { reason: 'Asked legal', ...(until ? { until } : {}) })
  released = () => this.does(priya, 'release-hold', { note: 'Settled' })

  task(key: string): Task {
    const task = this.request.tasks.find(task => task.key === key)
    if (!task) throw new Error(`No task ${key}`)
    return task
  }

  /** The person who carries out the task. */
  carrier(key: string): Actor {
    const { team } = this.task(key)
    return (
      {
        'support-readiness': rosa,
        'console-engineer': carl,
        'forum-admin': finn,
        privacy: priya,
        system,
      }[team as string] ?? sam
    )
  }

  onTask(key: string, command: string, input: unknown = {}, actor: Actor = this.carrier(key)): this {
    return this.does(actor, command, input, this.task(key))
  }

  tryTask(
    key: string,
    command: string,
    input: unknown = {},
    actor: Actor = this.carrier(key),
  ): Reason | null {
    return this.attempt(actor, command, input, this.task(key))
  }

  /** Ticks the first steps of a task, or all of them. */
  ticked(key: string, count = Number.POSITIVE_INFINITY): this {
    for (const step of this.task(key)
      .steps.filter(step => !step.doneAt)
      .slice(0, count))
      this.onTask(key, 'tick-step', {
        step: step.key,
        ...(step.asks && { given: 'https://tickets.example/1' }),
      })
    return this
  }

  /** A file on a task, stored already by the door. */
  uploaded(key: string, actor: Actor = this.carrier(key)): this {
    return this.does(actor, 'attach-file', this.file('hand-over', this.task(key).id))
  }

  file = (purpose: FilePurpose, taskId: string | null) => ({
    id: `file-${this.request.files.length + 1}`,
    name: 'sheet.xlsx',
    size: 2048,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    purpose,
    taskId,
    storageKey: `key-${this.request.files.length + 1}`,
    sha256: '0'.repeat(64),
  })

  /** Everything ticked, the file uploaded where something is handed over, and Complete. */
  completed(key: string): this {
    this.ticked(key)
    if (taskPlans.get(key)?.handsOver) this.uploaded(key)
    return this.onTask(key, 'resolve', { resolution: 'complete' })
  }

  // Enterprise: the person, then the organisation's owner.
  consented = (contact: 'yes' | 'no' = 'yes') =>
    this.does(requester(this.request.id), 'answer-owner-contact', { contact })
  ownerContacted = () => this.does(sam, 'request-owner-contact', { ticket })
  ownerDecided = (granted: boolean) => this.does(sam, 'record-owner-decision', { granted, ticket })

  // Somebody who has died.
  validated = (more: object = {}) =>
    this.does(priya, 'validate-authority', { valid: true, note: 'Read the papers', ...more })
  rejected = () => this.does(priya, 'validate-authority', { valid: false, note: 'Not a successor' })
  documentsNeeded = () => this.does(priya, 'send-message', { message: 'documents-needed' })
  objected = () => this.does(holder(this.request.id), 'object')

  // An export.
  selfServed = () => this.says('project-export-self-serve')
  /** They ask for help, and support has read it. */
  helped = () => this.does(requester(this.request.id), 'ask-for-help', { text: 'It breaks off' }).read()

  escalated = (actor: Actor = sam) => this.does(actor, 'escalate', question)
  /** The answer of the Zendesk/cDot search. */
  found = (found: Found) => this.onTask('zendesk-cdot-deletion', 'resolve', { found })
  /** The same in the Customers Portal alone. */
  located = (customersPortal: boolean) =>
    this.onTask('customers-portal-search', 'resolve', { found: { customersPortal } })
  foundNowhere = () => this.found({ zendesk: false, customersPortal: false })

  /** The system carries out its own open tasks. */
  marketed(): this {
    this.onTask('marketing-deletion', 'complete-system-task')
    return this.tasksThat('open').includes('usage-data-deletion') ? this.usageErased() : this
  }

  /** The system has deleted the account's events. */
  usageErased = () => this.onTask('usage-data-deletion', 'complete-system-task')

  get state(): State {
    return this.request.state
  }

  /** Keys of everything sent to the person, in order. */
  get sent(): string[] {
    return this.request.messages.filter(message => message.direction === 'out').map(message => message.key)
  }

  message(key: string): MessageRecord {
    const message = this.request.messages.findLast(message => message.key === key)
    if (!message) throw new Error(`No message ${key}`)
    return message
  }

  /** Variables with which a message was sent last. */
  variables(key: string): Record<string, unknown> {
    const effect = this.effects.findLast(effect => effect.kind === 'message' && effect.key === key)
    return effect?.kind === 'message' ? effect.variables : {}
  }

  /** Keys of tasks by state. */
  tasksThat(are: Task['state']): string[] {
    return this.request.tasks.filter(task => task.state === are).map(task => task.key)
  }

  get openHolds(): string[] {
    return this.request.holds.filter(hold => !hold.releasedAt).map(hold => hold.reason)
  }

  /** Ends of the open windows, by the organisation's clock. */
  get windowEnds(): string[] {
    return this.request.windows.filter(window => !window.closedAt).map(window => local(window.endsAt))
  }

  /** Mails to a team, by what they are about. */
  told(team: string): string[] {
    return this.effects.flatMap(effect =>
      effect.kind === 'team-mail' && effect.team === team ? [effect.reason ?? effect.key] : [],
    )
  }

  get last(): Facts & { command: string; by: Actor['kind'] } {
    const last = this.facts.findLast(fact => fact.command !== 'record-delivery')
    if (!last) throw new Error('Nothing happened yet')
    return last
  }
}
