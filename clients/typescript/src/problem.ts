import type { Schemas } from './generated/schemas.js'

type Problem = Schemas['Problem']

/** Every reason that this version of the client knows; a newer product may name others. */
export type ProblemReason = Problem['reason']

/** An answer that is no success. Act on `reason`; `message` is for people. */
export class HabeasProblem extends Error {
  override readonly name = 'HabeasProblem'
  readonly status: number
  /** `unreadable` where the answer wasn’t the product’s own, such as that of a proxy in between. */
  readonly reason: ProblemReason | 'unreadable' | (string & {})
  /** The address of a page about this reason. */
  readonly type: string
  /** Which field, step, variable or command it is about. */
  readonly detail: string | undefined
  /** By field: what is wrong with it. */
  readonly fields: Readonly<Record<string, string>>
  /** For the unexpected: the number under which the product’s log has it. */
  readonly instance: string | undefined

  constructor(problem: Omit<Problem, 'reason'> & { reason: string }) {
    super(problem.title)
    this.status = problem.status
    this.reason = problem.reason
    this.type = problem.type
    this.detail = problem.detail
    this.fields = problem.fields ?? {}
    this.instance = problem.instance
  }
}

/** The problem in an answer. Its body is read here. */
export async function problemIn(response: Response): Promise<HabeasProblem> {
  const { status } = response
  const text = await response.text()
  const own = /^application\/problem\+json\b/i.test(response.headers.get('content-type') ?? '')
  const read = own ? parsed(text) : null
  if (read) return new HabeasProblem({ ...read, status })
  const title = `The answer was ${status}, and not one of Habeas. Check the address and what lies in between.`
  return new HabeasProblem({ type: 'about:blank', title, status, reason: 'unreadable' })
}

function parsed(text: string): (Omit<Problem, 'reason'> & { reason: string }) | null {
  try {
    const value: unknown = JSON.parse(text)
    return isProblem(value) ? value : null
  } catch {
    return null
  }
}

const isProblem = (value: unknown): value is Omit<Problem, 'reason'> & { reason: string } =>
  typeof value === 'object' &&
  value !== null &&
  'reason' in value &&
  typeof value.reason === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'type' in value &&
  typeof value.type === 'string'
