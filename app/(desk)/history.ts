import type { HistoryRow } from '@/components/request/labels/history-labels'
import type { ReaderRow } from '@/components/request/panels/readers'
import { factsOf, withSystemNames } from '@/lib/core/machine/fact-labels'
import type { SystemNames } from '@/lib/core/systems/system-names'
import type { AccessRow } from '@/lib/store/audit/access'
import type { AuditRow } from '@/lib/store/audit/audit'

/** Rows of the audit log as lines of a history, the newest first. */
export function historyRows(
  rows: readonly Omit<AuditRow, 'scope' | 'commandId'>[],
  names: ReadonlyMap<string, string>,
  systems: SystemNames,
): HistoryRow[] {
  return rows
    .map(({ seq, at, command, result, facts, actorKind, actorId, actorRole }) => ({
      seq,
      at,
      command,
      result,
      facts: withSystemNames(factsOf(facts), systems),
      who: whoIs(actorKind, actorId, actorRole, names),
    }))
    .reverse()
}

/** Traces of readers as lines; the rows come the newest first. */
export function readerRows(rows: readonly AccessRow[], names: ReadonlyMap<string, string>): ReaderRow[] {
  return rows.map(({ at, part, actorId, actorRole, via }) => ({
    at,
    part,
    who: whoIs('staff', actorId, actorRole, names),
    byToken: via === 'token',
  }))
}

function whoIs(
  kind: string,
  id: string | null,
  role: string | null,
  names: ReadonlyMap<string, string>,
): string {
  if (kind === 'system') return 'The system'
  if (kind === 'requester' || kind === 'public') return 'The requester'
  return (id && names.get(id)) || role?.replaceAll('-', ' ') || 'Somebody'
}
