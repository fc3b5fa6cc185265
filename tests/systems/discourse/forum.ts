import { afterEach, beforeEach } from 'vitest'
import type { StepAct } from '@/lib/core/systems/names'
import type { ActResult, Connection, Preview, Subject } from '@/lib/systems/contract'
import { discourse } from '@/lib/systems/discourse'
import { Discourse } from '@/tests/support/stand-ins/discourse'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, nobody, wireTo } from '@/tests/support/stand-ins/wires'

export const ada = { ...nobody, forumUsername: 'Ada_L', emails: ['ada@example.com', 'ada@work.example.com'] }

export interface ForumBench {
  forum: Discourse
  connection: Connection
  ledger: MemoryLedger
  run(act: StepAct, subject?: Subject): Promise<ActResult>
  preview(act: StepAct, subject?: Subject): Promise<Preview>
}

/** A forum with Ada, who is user 301 and has three posts; another for each test. */
export function forumBench(): () => ForumBench {
  let bench: ForumBench
  beforeEach(async () => {
    const forum = await new Discourse().listen()
    forum.users = [
      { id: 301, username: 'ada_l', emails: ['a@old.example.com', 'ada@work.example.com'], posts: 3 },
    ]
    const connection = discourse.connect(forum.settings, wireTo(forum.host, { name: 'Forum' }))
    const ledger = new MemoryLedger()
    const actOf = (act: StepAct) => {
      const found = connection.acts?.[act]
      if (!found) throw new Error(`no ${act}`)
      return found
    }
    bench = {
      forum,
      connection,
      ledger,
      run: async (act, subject = ada) => await actOf(act).run(doing(ledger, { subject })),
      preview: async (act, subject = ada) => await actOf(act).preview(subject, await ledger.all()),
    }
  })
  afterEach(async () => await bench.forum.close())
  return () => bench
}
