import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { json, problem, refused } from '@/app/api/answers'
import { visibleInput } from '@/lib/core/account/invisible'
import { strictly } from '@/lib/core/advice/command-input'
import type { StaffActor } from '@/lib/core/people/actor'
import { invalid } from '@/lib/door/answer/invalid'
import type { RunOptions, RunResult } from '@/lib/door/run/run'
import { type JsonObject, readJson } from './json-body'
import { represented } from './represented'

const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,100}$/)
const versionSchema = z.number().int().min(0)

/** The id under which a call has its one effect: what the caller named, else a new one. Null where the name is unusable. */
export function commandIdOf(actor: StaffActor, request: Request): string | null {
  const given = request.headers.get('idempotency-key')
  if (given === null) return `api:${actor.id}:${randomUUID()}`
  return idempotencyKey.safeParse(given).success ? `api:${actor.id}:${given}` : null
}

export const unusableKey = (): Response => {
  const words = 'Use 1 to 100 visible ASCII characters.'
  return problem('invalid-input', { detail: 'Idempotency-Key', fields: { 'Idempotency-Key': words } })
}

/** The body and the id of a call, or the problem with them. */
export async function readSent(
  actor: StaffActor,
  request: Request,
): Promise<{ body: JsonObject; commandId: string } | Response> {
  const read = await readJson(request)
  if (!read.ok) return problem(read.reason, read.detail === undefined ? {} : { detail: read.detail })
  const commandId = commandIdOf(actor, request)
  return commandId ? { body: read.value, commandId } : unusableKey()
}

/** What was sent for a command: its input, whole and with nothing besides, and the version that the caller saw. */
export async function readCommand(
  actor: StaffActor,
  request: Request,
  command: { input: z.ZodType },
): Promise<{ input: JsonObject; options: RunOptions } | Response> {
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const { version, ...input } = sent.body
  const checked = versionSchema.optional().safeParse(version)
  if (!checked.success) {
    return problem('invalid-input', {
      detail: 'version',
      fields: { version: 'Use the version that you saw.' },
    })
  }
  const parsed = strictly(command.input).safeParse(visibleInput(input))
  if (!parsed.success) return refused(invalid(parsed.error))
  return { input, options: { commandId: sent.commandId, version: checked.data } }
}

/** The request as it is now, or why nothing happened. */
export async function ran(actor: StaffActor, result: RunResult): Promise<Response> {
  if (!result.ok) return refused(result)
  return json(await represented(actor, result.request))
}
