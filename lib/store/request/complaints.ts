import { z } from 'zod'
import type { ComplaintTopic } from '@/lib/core/off-channel/complaint'
import { complaintTopics } from '@/lib/core/off-channel/complaint'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { lawBases } from '@/lib/core/request/request'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** What somebody wrote in the public form, and what was answered; null once it was erased. */
export interface Complaint {
  email: string | null
  about: ComplaintTopic | null
  words: string | null
  reply: string | null
}

const complaintSchema = z.object({
  email: z.string().nullable(),
  about: z.enum(complaintTopics).nullable().catch(null),
  words: z.string().nullable(),
  reply: z.string().nullable(),
})

/** The words of a complaint from the public form; null for other entries, and for everybody but Privacy. */
export async function readComplaint(
  actor: Actor,
  id: string,
  db: Database = database(),
): Promise<Complaint | null> {
  if (!(actor.kind === 'staff' && can(actor.role, 'answer-complaints'))) return null
  const rows = z.array(complaintSchema).parse(
    await db.$queryRaw`
      select email, about, words, reply from off_channel where id = ${id} and channel = 'privacy-center'`,
  )
  return rows[0] ?? null
}

const waiting = z.object({
  email: z.string(),
  receivedAt: z.date(),
  dueOn: z.date(),
  dueRule: z.string().nullable(),
  lawBasis: z.enum(lawBases).nullable(),
})
const selected = Prisma.sql`
  email, received_at as "receivedAt", due_on as "dueOn", due_rule as "dueRule", law_basis as "lawBasis"`

/** Where the person who complained is to be told; null where there is nobody to tell. The entry is locked by then. */
export async function complainantOf(tx: AnyTx, id: string): Promise<z.output<typeof waiting> | null> {
  const rows = z.array(waiting).parse(
    await prismaOf(tx).$queryRaw(Prisma.sql`
      select ${selected} from off_channel
      where id = ${id} and email is not null and due_on is not null`),
  )
  return rows[0] ?? null
}

/**
 * Takes an open complaint whose person is to be told by now that we are working on it, and notes that they were.
 * @returns null where there is nobody to tell any more, or no day to promise
 */
export async function takeProgress(tx: AnyTx, id: string): Promise<z.output<typeof waiting> | null> {
  const rows = z.array(waiting.extend({ isLate: z.boolean() })).parse(
    await prismaOf(tx).$queryRaw(Prisma.sql`
      select ${selected}, due_on < now() as "isLate" from off_channel
      where id = ${id} and finished_at is null and progress_at < now() and email is not null for update`),
  )
  const [row] = rows
  if (!row) return null
  await prismaOf(tx).offChannel.update({ where: { id }, data: { progressAt: null } })
  const { isLate, ...person } = row
  return isLate ? null : person
}
