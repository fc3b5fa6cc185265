import { verified } from '@/lib/systems/standard-webhooks'
import { StandIn, type StandInAnswer, type StandInCall } from './stand-in'

interface Call {
  requestId: string
  subject: { emails: string[]; accountId?: string; username?: string }
}

const isCall = (json: unknown): json is Call =>
  typeof json === 'object' && json !== null && 'requestId' in json && 'subject' in json

/** A company's own system that speaks the HTTP contract. */
export class HttpSystem extends StandIn {
  secret = `whsec_${Buffer.from('of thirty-two bytes, as is usual').toString('base64')}`
  people: { id: string; email: string }[] = []
  /** Erasing answers 202, and its job is done after so many looks. */
  polls: number | null = null
  fails = false
  readonly #answers = new Map<string, { found: boolean; evidence?: string }>()
  readonly #left = new Map<string, number>()

  protected answer(call: StandInCall): StandInAnswer {
    const headers: Record<string, string | undefined> = {}
    for (const [name, value] of Object.entries(call.headers)) headers[name] = String(value)
    if (!verified(this.secret, headers, call.raw, new Date()).ok)
      return { status: 401, json: { error: 'signature' } }
    if (call.method === 'GET' && call.path.startsWith('/jobs/')) return this.#job(call.path.slice(6))
    if (call.method !== 'POST' || !isCall(call.json)) return { status: 404, json: { error: 'no such call' } }
    if (call.path === '/find') return { status: 200, json: this.#found(call.json) }
    if (call.path === '/erase') return this.#erase(call.json)
    return { status: 404, json: { error: 'no such call' } }
  }

  /** It forgets its jobs, as after a restart. */
  forgetJobs(): void {
    this.#left.clear()
  }

  #of({ subject }: Call) {
    return this.people.filter(person => subject.emails.includes(person.email))
  }

  #found(call: Call) {
    const [person] = this.#of(call)
    return person ? { found: true, evidence: `customer ${person.id}` } : { found: false }
  }

  #erase(call: Call): StandInAnswer {
    const { requestId } = call
    let answer = this.#answers.get(requestId)
    if (!answer) {
      const gone = this.#of(call)
      this.people = this.people.filter(person => !gone.includes(person))
      for (const { id } of gone) this.effects.push({ what: 'erase', id })
      answer = gone.length > 0 ? { found: true, evidence: `erasure ${requestId}` } : { found: false }
      this.#answers.set(requestId, answer)
    }
    if (this.polls === null) return { status: 200, json: answer }
    if (!this.#left.has(requestId)) this.#left.set(requestId, this.polls)
    return { status: 202, json: { job: requestId } }
  }

  #job(id: string): StandInAnswer {
    const left = this.#left.get(id)
    if (left === undefined) return { status: 404, json: { error: 'no such job' } }
    this.#left.set(id, left - 1)
    if (left > 0) return { status: 200, json: { state: 'running' } }
    if (this.fails)
      return { status: 200, json: { state: 'failed', evidence: 'locked by ada@example.com since Monday' } }
    return { status: 200, json: { state: 'done', ...this.#answers.get(id) } }
  }
}
