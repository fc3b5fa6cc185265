import type { Database } from '../database/client'
import { auditHash } from './audit'
import { auditKeyId, codesOf, headText, judgeRows, sameCode } from './audit-keys'
import type { Findings } from './findings'

const BATCH = 2000

type Row = Awaited<ReturnType<typeof rowsBetween>>[number]

export interface Chains {
  rows: number
  chains: number
  /** Rows whose code is this key's. */
  keyed: number
  /** Rows from before rows had a code. */
  unkeyed: { rows: number; from: Date; to: Date } | null
  /** How many rows name each other key. */
  foreign: ReadonlyMap<string, number>
}

/** What the first row of a chain follows. */
const BEFORE = { seq: 0, hash: '' }

/** As {@link auditHash}, null where the row has no canonical form: then it is none that the product wrote. */
function hashOf(row: Row): string | null {
  try {
    return auditHash(row.prevHash, row)
  } catch {
    return null
  }
}

/**
 * Follows every chain from its first row to its head, and looks at each row's code. A fault in one ends nothing.
 * @param keyedAfter id of the last row that may lack a code
 */
export async function verifyChains(
  db: Database,
  key: Uint8Array,
  keyedAfter: bigint | null,
  findings: Findings,
): Promise<Chains> {
  const judge = judgeRows(key)
  const ownKey = auditKeyId(key)
  const headCode = codesOf(key, 'audit head')
  const foreign = new Map<string, number>()
  let [rows, chains, keyed] = [0, 0, 0]
  let unkeyed: Chains['unkeyed'] = null

  const lookAtCode = (row: Row) => {
    const verdict = judge(row)
    if (verdict === 'keyed') keyed += 1
    else if (verdict === 'foreign') foreign.set(row.keyId ?? '', (foreign.get(row.keyId ?? '') ?? 0) + 1)
    else if (verdict === 'forged')
      findings.fault(row.scope, `row ${row.seq} was not written by Habeas: its code is wrong`)
    else if (keyedAfter !== null && row.id > keyedAfter)
      findings.fault(
        row.scope,
        `row ${row.seq} was not written by Habeas: it has no code, as rows before it have`,
      )
    else {
      const from = unkeyed && unkeyed.from < row.at ? unkeyed.from : row.at
      const to = unkeyed && unkeyed.to > row.at ? unkeyed.to : row.at
      unkeyed = { rows: (unkeyed?.rows ?? 0) + 1, from, to }
    }
  }
  const follow = (row: Row, at: Pick<Row, 'seq' | 'hash'>): Row => {
    if (row.seq > at.seq + 1) findings.fault(row.scope, missing(at.seq + 1, row.seq - 1))
    else if (row.seq <= at.seq) findings.fault(row.scope, `row ${row.seq} has no place in the chain`)
    else if (row.prevHash !== at.hash)
      findings.fault(row.scope, `row ${row.seq} does not follow its predecessor`)
    if (hashOf(row) !== row.hash) findings.fault(row.scope, `row ${row.seq} was changed`)
    lookAtCode(row)
    rows += 1
    return row
  }
  const ended = async (last: Row) => {
    let at = last
    const head = await db.auditHead.findUnique({ where: { scope: at.scope } })
    // People work while we read: rows that were written since are what the head speaks of already.
    if (head && head.seq > at.seq) for (const row of await rowsBetween(db, at, head)) at = follow(row, at)
    if (head?.seq !== at.seq || head.hash !== at.hash)
      findings.fault(at.scope, `the chain ends at row ${at.seq}, its head says ${head?.seq ?? 'nothing'}`)
    else if (at.keyId === ownKey && !sameCode(headCode(headText(head)), head.mac ?? ''))
      findings.fault(at.scope, 'the head of the chain was not written by Habeas: its code is wrong')
  }
  for (let last: Row | undefined; ; ) {
    const batch = await db.auditEntry.findMany({
      where: last
        ? { OR: [{ scope: { gt: last.scope } }, { scope: last.scope, seq: { gt: last.seq } }] }
        : {},
      orderBy: [{ scope: 'asc' }, { seq: 'asc' }],
      take: BATCH,
    })
    for (const row of batch) {
      const isNext: boolean = row.scope !== last?.scope
      if (isNext) {
        if (last) await ended(last)
        chains += 1
      }
      last = follow(row, isNext || !last ? BEFORE : last)
    }
    if (batch.length === BATCH) continue
    if (last) await ended(last)
    break
  }
  await findEmptied(db, findings)
  return { rows, chains, keyed, unkeyed, foreign }
}

const missing = (from: number, to: number) =>
  from === to ? `row ${from} is missing` : `rows ${from} to ${to} are missing`

const rowsBetween = (db: Database, { scope, seq }: { scope: string; seq: number }, head: { seq: number }) =>
  db.auditEntry.findMany({ where: { scope, seq: { gt: seq, lte: head.seq } }, orderBy: { seq: 'asc' } })

async function findEmptied(db: Database, findings: Findings): Promise<void> {
  const emptied = await db.$queryRaw<{ scope: string }[]>`
    select h.scope from audit_head h where not exists (select from audit_entry e where e.scope = h.scope)`
  for (const { scope } of emptied) findings.fault(scope, 'every row of the chain is missing')
}
