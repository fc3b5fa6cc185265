import { randomUUID } from 'node:crypto'
import { type Problem, type ProblemReason, problemOf } from '@/lib/core/api/problems'
import type { DoorRefusal } from '@/lib/door/answer/refusal'
import { describeError, log } from '@/lib/log'
import { troubleAnswers, troubleOf } from '@/lib/trouble'

/** Answers are about persons: no browser or proxy keeps them, and none guesses what they are. */
const always = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...always, 'content-type': 'application/json; charset=utf-8', ...headers },
  })

/** It is done, and there is nothing to say. */
export const noContent = (): Response => new Response(null, { status: 204, headers: always })

/** An error as RFC 9457 words it. */
export function problem(
  reason: ProblemReason,
  more: Partial<Pick<Problem, 'title' | 'detail' | 'fields' | 'instance'>> = {},
  headers: Record<string, string> = {},
): Response {
  const body = problemOf(reason, more)
  return json(body, body.status, { 'content-type': 'application/problem+json', ...headers })
}

/** What the door refused, in its words. */
export function refused({ reason, title, detail, fields }: DoorRefusal): Response {
  return problem(reason, {
    title,
    ...(detail !== undefined && { detail }),
    ...(fields !== undefined && { fields }),
  })
}

/** What nobody foresaw: the caller gets a number, the log has the rest under it. Trouble that passes says when to come back. */
export function unexpected(error: unknown): Response {
  const reference = randomUUID()
  log.error({ err: describeError(error), reference }, 'an API call failed')
  const trouble = troubleOf(error)
  if (trouble) {
    const retryAfter = { 'retry-after': String(troubleAnswers[trouble].retryAfterSeconds) }
    return problem(trouble === 'no-room' ? 'no-room' : 'unavailable', {}, retryAfter)
  }
  return problem('unexpected', { instance: `urn:uuid:${reference}` })
}

export const methodNotAllowed = async (): Promise<Response> => problem('method-not-allowed')
