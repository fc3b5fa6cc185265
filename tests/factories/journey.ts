import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { purposeOn } from '@/lib/core/derived/file-access'
import type { Role } from '@/lib/core/people/actor'
import type { Outcome, PrivacyRequest } from '@/lib/core/request/request'
import type { Found, Resolution, Task } from '@/lib/core/request/task'
import { attachFile } from '@/lib/door/files/attach'
import { fileStorage } from '@/lib/files/storage'
import { readMessages } from '@/lib/store/mail/conversation'
import { system } from '@/tests/factories/system'
import type { World } from './world'

const ok = { ok: true }

async function* bytesOf(text: string) {
  yield Buffer.from(text)
}

/** The moves that journeys are made of, each of which has to succeed. */
export function journey(world: World) {
  const { get, run, runTask, work } = world
  const task = async (reference: string, part: string): Promise<Task> => {
    const found = (await get(reference)).tasks.find(task => task.name.includes(part))
    if (!found) throw new Error(`no task ${part}`)
    return found
  }
  const roleOf = ({ team }: Task): Role => (team === 'system' ? 'privacy' : team)

  const me = {
    task,
    /** What was said and heard, by key. */
    async keys(reference: string): Promise<string[]> {
      const all = await readMessages(system, (await get(reference)).id)
      return all.filter(candidate => candidate.direction !== 'note').map(candidate => candidate.key)
    },
    async begin(
      type: string,
      facts: Partial<AccountFacts> = {},
      fields: Record<string, string> = {},
    ): Promise<{
      reference: string
      email: string
      username: string
      accountId: string
      now: PrivacyRequest
    }> {
      const begun = await world.begin(facts, { type, ...fields })
      return { ...begun, now: await get(begun.reference) }
    },
    /** Runs a command that has to succeed, and lets the worker follow. */
    async command(
      role: Parameters<typeof run>[0],
      reference: string,
      name: string,
      input: object = {},
    ): Promise<void> {
      expect(await run(role, reference, name, input), name).toMatchObject(ok)
      await work()
    },
    send: (reference: string, message: string, role: Role = 'support-engineer') =>
      me.command(role, reference, 'send-message', { message }),
    async attach(reference: string, part: string | null, role?: Role, name = 'sheet.csv'): Promise<string> {
      const on = part === null ? null : await task(reference, part)
      const actor = world.staff(role ?? (on ? roleOf(on) : 'support-engineer'))
      const incoming = await fileStorage().receive(bytesOf(`field,value\nemail,${randomUUID()}\n`), 1000)
      const to = { reference, taskId: on?.id ?? null, purpose: purposeOn(on) }
      const upload = { field: 'file', name, mediaType: 'text/plain', incoming }
      const attached = await attachFile(actor, to, upload, { commandId: randomUUID() })
      if (!attached.ok) throw new Error(`not attached: ${attached.reason}`)
      return attached.id
    },
    async resolve(
      reference: string,
      part: string,
      input: { resolution: Resolution; note?: string } | { found: Found },
    ): Promise<void> {
      const role = roleOf(await task(reference, part))
      expect(await runTask(role, reference, part, 'resolve', input), part).toMatchObject(ok)
      await work()
    },
    async tick(reference: string, part: string): Promise<void> {
      const { steps, ...on } = await task(reference, part)
      for (const { key, asks } of steps.filter(step => !step.doneAt))
        expect(
          await runTask(roleOf({ ...on, steps }), reference, part, 'tick-step', {
            step: key,
            ...(asks && { given: 'https://forum.example/t/1' }),
          }),
          key,
        ).toMatchObject(ok)
    },
    async complete(reference: string, part: string): Promise<void> {
      await me.tick(reference, part)
      await me.resolve(reference, part, { resolution: 'complete' })
    },
    /** Says where the person was found, and does what follows from it. */
    async search(reference: string, found: Required<Found>): Promise<void> {
      await me.resolve(reference, 'Zendesk/cDot', { found })
      if (found.customersPortal) await me.complete(reference, '(Customers Portal Deletion')
      if (found.zendesk) await me.complete(reference, '(Zendesk Deletion')
    },
    /** All the work of an account's deletion. */
    async erase(
      reference: string,
      found: Required<Found> = { zendesk: false, customersPortal: false },
    ): Promise<void> {
      await me.complete(reference, 'GitLab Deletion')
      await me.search(reference, found)
    },
    /** Ended so: nothing is left open, and *Request Fulfilled* went out if, and only if, it was. */
    async closed(reference: string, outcome: Outcome, told?: string): Promise<PrivacyRequest> {
      await work()
      const now = await get(reference)
      expect([now.state, now.outcome]).toEqual(['closed', outcome])
      expect(now.tasks.filter(task => task.state === 'open')).toEqual([])
      expect(now.windows.filter(window => !window.closedAt)).toEqual([])
      const keys = await me.keys(reference)
      if (told) expect(keys).toContain(told)
      const closing = keys.includes('files-ready') ? 'files-ready' : 'request-fulfilled'
      if (outcome === 'fulfilled') expect(keys).toContain(closing)
      else if (outcome !== 'already-deleted') expect(keys).not.toContain('request-fulfilled')
      return now
    },
    async window(reference: string): Promise<{ reason: string; days: number }[]> {
      const open = (await get(reference)).windows.filter(window => !window.closedAt)
      return open.map(({ reason, days }) => ({ reason, days }))
    },
  }
  return me
}
