import { randomUUID } from 'node:crypto'
import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { appendAudit, organisationScope } from '@/lib/store/audit/audit'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'

interface RecordedChange {
  actor: Actor
  command: string
  /** Id of the request that it concerns; without one it concerns the organisation. */
  scope?: string
  /** One effect per id; without one it gets an id of its own. */
  commandId?: string
  /** When it happened; without it, now. */
  at?: Date
  /** Reason of a refusal that has to be remembered. */
  result?: string
  /** Ids, keys and numbers; never personal data. */
  facts?: Facts
}

/**
 * Appends a change to the audit log, in the transaction that makes it. Everything that changes something ends here;
 * tests/held-imports.test.ts keeps others from appending rows by themselves.
 */
export async function recordChange(
  tx: Tx,
  {
    actor,
    command,
    scope = organisationScope,
    commandId = randomUUID(),
    at,
    result = 'done',
    facts = {},
  }: RecordedChange,
): Promise<void> {
  const when = at ?? (await databaseNow(tx))
  await appendAudit(tx, { scope, at: when, command, commandId, actor, result, facts })
}
