'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { cameFrom } from '@/app/(desk)/came-from'
import { inputOf, typedTexts } from '@/components/request/form/act-input'
import type { ActionOutcome } from '@/components/request/form/action-provider'
import { doneWords } from '@/components/request/labels/result-copy'
import { commandOf } from '@/lib/core/commands/index'
import type { StaffActor } from '@/lib/core/people/actor'
import type { DoorRefusal } from '@/lib/door/answer/refusal'
import { runRequestCommand, runTaskCommand } from '@/lib/door/run/run'
import { requireStaff } from '@/lib/door/staff/require-staff'

const callSchema = z.object({
  form: z.string().max(120),
  reference: z.string().max(40),
  task: z.string().max(100),
  command: z.string().max(60),
  commandId: z.uuid(),
  version: z.coerce.number().int().min(0),
})
type Call = z.output<typeof callSchema>

/** Runs one command on a request or on one of its tasks, for every form of the request's pages. */
export async function act(_last: ActionOutcome | null, form: FormData): Promise<ActionOutcome> {
  const parsed = callSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { ...unreadable, kept: typedTexts(form), id: crypto.randomUUID() }
  const call = parsed.data
  const { actor } = await requireStaff(
    await cameFrom(`/requests/${encodeURIComponent(call.reference)}/details`),
  )
  const done = await run(actor, call, inputOf(form))
  // A refused act shows the newest state, too: somebody else may have been quicker.
  refresh()
  const about = { form: call.form, id: crypto.randomUUID() }
  if (!done.ok) return { ...about, ok: false, ...refusedWords(done), kept: typedTexts(form) }
  const command = commandOf({ command: call.command, taskId: call.task })
  const words = command ? doneWords(command, done.before, done.request) : { title: 'Done.' }
  return { ...about, ok: true, kept: [], ...words }
}

const unreadable = {
  form: '',
  ok: false,
  title: 'This page is out of date.',
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
  if (reason === 'missing-variable' && detail) return { title, text: `Missing: ${detail}` }
  return { title }
}
