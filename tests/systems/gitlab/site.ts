import { afterAll, beforeEach } from 'vitest'
import type { StepAct } from '@/lib/core/systems/names'
import type { AccountSource, Act, Connection } from '@/lib/systems/contract'
import { GitLabStandIn } from '@/tests/support/stand-ins/gitlab'
import { connectionTo } from '@/tests/support/stand-ins/wires'

/** A GitLab of its own for each test of a file, and the connection to it. */
export class Site {
  gitlab = new GitLabStandIn()
  /** Short where a test has it hang. */
  patienceMs = 5000
  more: Record<string, unknown> = {}

  async begin(): Promise<void> {
    await this.end()
    this.more = {}
    this.patienceMs = 5000
    this.gitlab = await new GitLabStandIn().listen()
  }

  async end(): Promise<void> {
    if (this.gitlab.port) await this.gitlab.close()
  }

  get connection(): Connection {
    const { host, url, token } = this.gitlab
    return connectionTo('gitlab', host, { url, token, ...this.more }, this.patienceMs)
  }

  get accounts(): AccountSource {
    const { accounts } = this.connection
    if (!accounts) throw new Error('no accounts')
    return accounts
  }

  act(key: StepAct): Act {
    const act = this.connection.acts?.[key]
    if (!act) throw new Error(`no act ${key}`)
    return act
  }
}

export function eachWithItsSite(): Site {
  const site = new Site()
  beforeEach(async () => await site.begin())
  afterAll(async () => await site.end())
  return site
}
