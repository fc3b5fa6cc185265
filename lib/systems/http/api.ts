import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import type { Subject } from '../contract'
import { quoted, SystemFailure } from '../failure'
import { askJson, type JsonApi, path } from '../json-api'
import { signed } from '../standard-webhooks'
import type { Wire, WireAnswer } from '../wire'

/** The documented contract (docs/systems/http.md): JSON over signed calls. */

export interface HttpSettings {
  url: string
  secret: string
}

const evidence = z.string().nullish()
export const answerSchema = z.object({ found: z.boolean(), evidence })
/** Bounded, as it becomes part of an address and of the ledger. */
const jobSchema = z.object({
  job: z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u),
})
const stateSchema = z.object({
  state: z.enum(['running', 'done', 'failed']),
  found: z.boolean().nullish(),
  evidence,
})

export interface Answer {
  found: boolean
  /** Fit for a screen; null where the system said none. */
  evidence: string | null
}
export type Erased = Answer | { job: string }
export type JobState = { state: 'running' } | ({ state: 'done' | 'failed' } & Answer)

const said = z.union([
  z.object({ error: z.string() }).transform(body => body.error),
  z.object({ message: z.string() }).transform(body => body.message),
])

const evidenceOf = (text: string | null | undefined) => (text ? quoted(text) : null)

/** Whom it is about, without what isn't known. */
const subjectOf = ({ accountId, username, emails }: Subject) => ({
  ...(accountId !== null && { accountId }),
  ...(username !== null && { username }),
  emails,
})

export type HttpApi = ReturnType<typeof httpApi>

/** A system that speaks the contract. Every call throws `SystemFailure` where the answer isn't one of the contract's. */
export function httpApi({ url, secret }: HttpSettings, wire: Wire) {
  const api: JsonApi = {
    base: url,
    headers: {},
    wire,
    said: error => said.safeParse(error).data ?? null,
  }
  /** Signed anew at each try, since a signature is good for minutes only. */
  const signature = (body: string, key = secret) =>
    signed(key, { id: `msg_${randomUUID()}`, at: systemClock.now(), body })
  const post = async <Schema extends z.ZodType>(where: string, json: unknown, schema: Schema) =>
    // The body that `askJson` sends is this very text.
    await askJson(api, {
      method: 'POST',
      path: where,
      json,
      schema,
      headers: signature(JSON.stringify(json)),
    })

  return {
    name: wire.name,

    /** Looks for the person; changes nothing. */
    async find(subject: Subject): Promise<Answer> {
      const json = { requestId: randomUUID(), subject: subjectOf(subject) }
      const { body } = await post('/find', json, answerSchema)
      return { found: body.found, evidence: evidenceOf(body.evidence) }
    },

    /** Erases the person, or begins to. @param requestId the same at every try of the same erasure */
    async erase(requestId: string, subject: Subject): Promise<Erased> {
      const json = { requestId, subject: subjectOf(subject) }
      const { status, body } = await post('/erase', json, z.union([jobSchema, answerSchema]))
      if ('job' in body) return { job: body.job }
      // "Accepted" isn't "done", no matter what else it says.
      if (status === 202)
        throw new SystemFailure('nonsense', `${wire.name} answered 202 and named no job.`, {
          status,
          mayHaveActed: true,
        })
      return { found: body.found, evidence: evidenceOf(body.evidence) }
    },

    /** How far a job is; null where the system knows none of this id. */
    async job(id: string): Promise<JobState | null> {
      const where = path('jobs', id)
      const told = await askJson(api, {
        path: where,
        schema: stateSchema,
        headers: signature(''),
        allow: [404],
      })
      if (told.status === 404) return null
      const { state, found, evidence: text } = told.body
      return state === 'running' ? { state } : { state, found: found ?? true, evidence: evidenceOf(text) }
    },

    /** The raw answer to a search for somebody, for testing the connection. @param key in place of the secret */
    async probe(email: string, key?: string): Promise<WireAnswer> {
      const body = JSON.stringify({ requestId: randomUUID(), subject: { emails: [email] } })
      const headers = { accept: 'application/json', 'content-type': 'application/json' }
      return await wire.call({
        method: 'POST',
        url: `${url}/find`,
        headers: { ...headers, ...signature(body, key) },
        body,
        isForged: key !== undefined,
      })
    },
  }
}
