import { afterAll, beforeEach } from 'vitest'
import type { StepAct } from '@/lib/core/systems/names'
import type { ActResult, Connection, Effects, Preview, Subject } from '@/lib/systems/contract'
import { makeWire } from '@/lib/systems/wire'
import { zendesk } from '@/lib/systems/zendesk'
import { ZendeskStandIn } from './zendesk'
import { memoryLedger } from './zendesk-ledger'

export const emails = ['robin@example.org', 'robin.private@example.org']
export const subject: Subject = { accountId: null, username: 'robin', emails, forumUsername: null }

interface Options {
  settings?: Record<string, unknown>
  patienceMs?: number
}

/** The kind on its stand-in at the socket; the stand-in begins anew with each test. */
export class ZendeskBench {
  server = new ZendeskStandIn()
  ledger: Effects = memoryLedger()

  connect({ settings = {}, patienceMs = 10_000 }: Options = {}): Connection {
    const wire = makeWire({
      name: 'Zendesk',
      allowed: [this.server.host],
      patienceMs,
      traffic: { enter: async () => undefined, leave: async () => undefined },
    })
    return zendesk.connect({ ...this.server.settings, ...settings }, wire)
  }

  async preview(name: StepAct, options: Options = {}): Promise<Preview> {
    const act = this.connect(options).acts?.[name]
    if (!act) throw new Error(`no act ${name}`)
    return await act.preview(subject, await this.ledger.all())
  }

  /** Runs an act as the worker does; the same ledger at every try. */
  async run(name: StepAct, options: Options & { begunAt?: Date } = {}): Promise<ActResult> {
    const act = this.connect(options).acts?.[name]
    if (!act) throw new Error(`no act ${name}`)
    const now = new Date()
    return await act.run({
      subject,
      effects: this.ledger,
      now,
      signal: new AbortController().signal,
      begunAt: options.begunAt ?? now,
      keepFile: async () => ({ ok: false, words: 'no files here' }),
      deletionList: async () => null,
    })
  }
}

/** A bench that each test of the file gets anew. */
export function zendeskBench(): ZendeskBench {
  const bench = new ZendeskBench()
  const used: ZendeskStandIn[] = []
  beforeEach(async () => {
    bench.server = new ZendeskStandIn()
    bench.ledger = memoryLedger()
    used.push(await bench.server.listen())
  })
  afterAll(async () => {
    for (const server of used) await server.close()
  })
  return bench
}
