import { afterAll, beforeEach } from 'vitest'
import type { StepAct } from '@/lib/core/systems/names'
import type { Act, ActResult, Connection, Preview, Subject } from '@/lib/systems/contract'
import { MemoryLedger } from './ledger'
import { connectionTo, doing, nobody } from './wires'
import { ZendeskStandIn } from './zendesk'

export const emails = ['robin@example.org', 'robin.private@example.org']
export const subject: Subject = { ...nobody, username: 'robin', emails }

interface Options {
  settings?: Record<string, unknown>
  patienceMs?: number
}

/** The kind on its stand-in at the socket; the stand-in begins anew with each test. */
export class ZendeskBench {
  server = new ZendeskStandIn()
  ledger = new MemoryLedger()

  connect({ settings = {}, patienceMs }: Options = {}): Connection {
    return connectionTo('zendesk', this.server.host, { ...this.server.settings, ...settings }, patienceMs)
  }

  #act(name: StepAct, options: Options): Act {
    const act = this.connect(options).acts?.[name]
    if (!act) throw new Error(`no act ${name}`)
    return act
  }

  async preview(name: StepAct, options: Options = {}): Promise<Preview> {
    return await this.#act(name, options).preview(subject, await this.ledger.all())
  }

  /** Runs an act as the worker does; the same ledger at every try. */
  async run(
    name: StepAct,
    { begunAt = new Date(), ...options }: Options & { begunAt?: Date } = {},
  ): Promise<ActResult> {
    return await this.#act(name, options).run(doing(this.ledger, { subject, begunAt }))
  }
}

/** A bench that each test of the file gets anew. */
export function zendeskBench(): ZendeskBench {
  const bench = new ZendeskBench()
  const used: ZendeskStandIn[] = []
  beforeEach(async () => {
    bench.server = new ZendeskStandIn()
    bench.ledger = new MemoryLedger()
    used.push(await bench.server.listen())
  })
  afterAll(async () => {
    for (const server of used) await server.close()
  })
  return bench
}
