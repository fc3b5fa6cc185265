'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { cameFrom } from '@/app/(desk)/came-from'
import { sentForm } from '@/app/sent-form'
import { inputOf, typedTexts } from '@/components/request/form/act-input'
import type { ActionOutcome } from '@/components/request/form/action-provider'
import { doneWords, isAboutPlace } from '@/components/request/labels/result-copy'
import { systemClock } from '@/lib/clock'
import { wouldDecide } from '@/lib/core/advice/dry-run'
import { refusalWords } from '@/lib/core/api/refusal-words'
import { commandOf } from '@/lib/core/commands/index'
import { placeChange } from '@/lib/core/deadlines/place-change'
import type { StaffActor } from '@/lib/core/people/actor'
import type { DoorRefusal } from '@/lib/door/answer/refusal'
import { contextForPage } from '@/lib/door/run/context'
import { runRequestCommand, runTaskCommand } from '@/lib/door/run/run'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readRequest } from '@/lib/store/request/requests'

const callSchema = z.object({
  form: z.string().max(120),
  reference: z.string().max(40),
  task: z.string().max(100),
  command: z.string().max(60),
  commandId: z.uuid(),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
})
type Call = z.output<typeof callSchema>

/** Runs one command on a request or on one of its tasks, for every form of the request's pages. */
export async function act(_last: ActionOutcome | null, sent: FormData): Promise<ActionOutcome> {
  const form = sentForm(sent)
  const parsed = callSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { ...unreadable, kept: typedTexts(form), id: crypto.randomUUID() }
  const call = parsed.data
  const { actor } = await requireStaff(
    await cameFrom(`/requests/${encodeURIComponent(call.reference)}/details`),
  )
  if (form.has('ahead')) return { ...(await lookAhead(actor, call, inputOf(form))), id: crypto.randomUUID() }
  const done = await run(actor, call, inputOf(form))
  // A refused act shows the newest state, too: somebody else may have been quicker.
  refresh()
  const about = { form: call.form, id: crypto.randomUUID() }
  if (!done.ok) return { ...about, ok: false, ...refusedWords(done), kept: typedTexts(form) }
  const command = commandOf({ command: call.command, taskId: call.task })
  const words = command
    ? doneWords(command, done.before, done.request, { now: systemClock.now(), timeZone: env().orgTimeZone })
    : { title: 'Done.' }
  return { ...about, ok: true, kept: [], ...words }
}

/** What another place would do to the request; nothing is changed. */
async function lookAhead(
  actor: StaffActor,
  { form, reference, command }: Call,
  input: object,
): Promise<Omit<ActionOutcome, 'id'>> {
  const [request, context] = await Promise.all([readRequest(actor, reference), contextForPage(actor)])
  const known = commandOf({ command })
  const about = { form, kept: [] }
  if (!request || !known || !isAboutPlace(command)) return unreadable
  const decision = wouldDecide({ command, input: { note: 'Only looking', ...input } }, request, context)
  if (!decision.ok) {
    const fields = [{ path: decision.detail ?? 'country', words: 'Look at this again.' }]
    return {
      ...about,
      ok: false,
      title: refusalWords(decision.reason, { request, command: known, input }),
      fields,
    }
  }
  const { says, warns } = placeChange(request, decision.next, context)
  const title = warns ? 'If you record this, mind the date' : 'If you record this'
  return { ...about, ok: true, ahead: true, title, text: says.join(' ') }
}

const unreadable = {
  form: '',
  ok: false,
  title: 'This page is out of date.',
  kept: [],
  text: 'Nothing was changed. Load the page again, and try once more.',
}

const run = (actor: StaffActor, { task, reference, command, commandId, version }: Call, input: object) =>
  task
    ? runTaskCommand(actor, task, command, input, { commandId: `desk:${actor.id}:${commandId}`, version })
    : runRequestCommand(actor, reference, command, input, {
        commandId: `desk:${actor.id}:${commandId}`,
        version,
      })

function refusedWords({
  title,
  reason,
  detail,
  fields,
}: DoorRefusal): Pick<ActionOutcome, 'title' | 'text' | 'fields'> {
  const wrong = Object.entries(fields ?? {}).map(([path, words]) => ({ path, words }))
  if (wrong.length > 0) return { title, fields: wrong }
  if (reason === 'invalid-input' && detail)
    return { title, fields: [{ path: detail, words: 'Look at this again.' }] }
  // A note that only this case needs.
  if (detail === 'note') return { title, fields: [{ path: detail, words: title }] }
  if (reason === 'missing-variable' && detail) return { title, text: `Missing: ${detail}` }
  return { title }
}
