import type { SystemActor } from '@/lib/core/people/actor'
import type { PersonalField } from '@/lib/core/request/request'
import { type RetentionDays, recordDays } from '@/lib/core/settings/retention'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database, type Transaction } from '../database/client'
import { type Due, notWaiting } from '../database/due-tries'
import { prismaOf, type Tx } from '../database/prisma-of'

/** How many are erased in a round; the next round continues where this one ended. */
const BATCH = 50

/** Whole days have passed: the day on which it happened doesn't count. */
const before = (days: number) => Prisma.sql`now() - make_interval(days => ${days + 1}::int)`

/** Of a request `r`, no appeal is open and no word of the person is unread: either keeps its content. */
export const settled = Prisma.sql`r.appeal_due_on is null and r.unread_at is null`

/** A closed request `r` whose retention period is over. */
const outOfTime = ({ unconfirmed, content }: RetentionDays) => Prisma.sql`
  r.state = 'closed' and r.content_erased_at is null and ${settled} and (r.closed_at < ${before(content)}
    or (r.confirmed_at is null and r.closed_at < ${before(unconfirmed)}))`

/** Requests whose content is due for erasure, the longest closed first, except those that wait after a failed try. */
export async function contentOutOfTime(
  _actor: SystemActor,
  days: RetentionDays,
  db: Database = database(),
): Promise<Due[]> {
  const free = notWaiting('content', Prisma.sql`r.id`)
  const confirmed = db.$queryRaw<Due[]>`
    select r.id, r.reference from request r where r.state = 'closed' and r.content_erased_at is null and ${settled}
      and r.closed_at < ${before(days.content)} and ${free} order by r.closed_at limit ${BATCH}`
  const unconfirmed = db.$queryRaw<Due[]>`
    select r.id, r.reference from request r where r.state = 'closed' and r.content_erased_at is null and ${settled} and r.confirmed_at is null
      and r.closed_at < ${before(days.unconfirmed)} and ${free} order by r.closed_at limit ${BATCH}`
  const rows = [...(await confirmed), ...(await unconfirmed)]
  return [...new Map(rows.map(row => [row.id, row])).values()]
}

/** The content of one request, where it has had its time: its row is locked until the transaction ends. Null otherwise. */
export async function lockContentOutOfTime(
  tx: Tx,
  requestId: string,
  days: RetentionDays,
): Promise<{ rule: 'unconfirmed' | 'content'; storageKeys: string[] } | null> {
  const prisma = prismaOf(tx)
  const [due] = await prisma.$queryRaw<{ unconfirmed: boolean }[]>`
    select r.confirmed_at is null as unconfirmed from request r
    where r.id = ${requestId} and ${outOfTime(days)} for update`
  if (!due) return null
  const files = await prisma.file.findMany({ where: { requestId }, select: { storageKey: true } })
  return {
    rule: due.unconfirmed ? 'unconfirmed' : 'content',
    storageKeys: files.map(({ storageKey }) => storageKey),
  }
}

/** Deletes the parts of a request and everything in its row that says something of anybody. */
export async function emptyRequest(tx: Tx, requestId: string, at: Date): Promise<void> {
  const prisma = prismaOf(tx)
  await deleteParts(prisma, requestId)
  await prisma.request.update({ where: { id: requestId }, data: { ...emptied, contentErasedAt: at } })
}

const emptied = {
  version: { increment: 1 },
  email: '',
  emailKey: '',
  requesterEmail: '',
  requesterKey: '',
  username: null,
  usernameKey: null,
  name: null,
  country: null,
  region: null,
  details: null,
  locale: 'en',
  accountId: null,
  accountEmails: [],
  timeZone: null,
  relationship: null,
  actingAs: 'self',
  forumProfile: null,
  forumUsername: null,
  whatIsWrong: null,
  whatIsRight: null,
  lateReplyAt: null,
  escalationAnsweredAt: null,
  unreadAt: null,
  proceedsDespite: [],
  assigneeId: null,
  waitingOn: 'nobody',
  risk: null,
} as const satisfies Prisma.RequestUncheckedUpdateInput & Record<PersonalField, unknown>

async function deleteParts(tx: Transaction, requestId: string): Promise<void> {
  const where = { requestId }
  await tx.outbox.deleteMany({ where })
  await tx.message.deleteMany({ where })
  await tx.note.deleteMany({ where })
  await tx.file.deleteMany({ where })
  await tx.systemEffect.deleteMany({ where })
  await tx.task.deleteMany({ where })
  await tx.check.deleteMany({ where })
  await tx.riskRating.deleteMany({ where })
  await tx.verification.deleteMany({ where })
  await tx.securityReview.deleteMany({ where })
  await tx.ownerPermission.deleteMany({ where })
  await tx.authority.deleteMany({ where })
  await tx.escalation.deleteMany({ where })
  await tx.appeal.deleteMany({ where })
  await tx.hold.deleteMany({ where })
  await tx.responseWindow.deleteMany({ where })
  await tx.pause.deleteMany({ where })
  await tx.accessLink.deleteMany({ where })
  await tx.requesterSession.deleteMany({ where })
  await tx.downloadCode.deleteMany({ where })
  await tx.requestLink.deleteMany({ where: { OR: [where, { otherId: requestId }] } })
}

/** What was logged off-channel keeps what was asked and answered, not the ticket; mails of no request leave once they are settled. */
export const looseParts = (
  _actor: SystemActor,
  days: RetentionDays,
  db: Database = database(),
): Readonly<Record<string, () => Promise<number>>> => ({
  'off-channel tickets': () => db.$executeRaw`
    update off_channel set note = null, ticket = null, finish_note = null, email = null, words = null, reply = null,
      country = null, region = null, ticket_id = null, answer_words = null
    where (note is not null or ticket is not null or ticket_id is not null or finish_note is not null
        or email is not null or words is not null or reply is not null or country is not null)
      and (finished_at is not null or due_on is null) and coalesce(finished_at, at) < ${before(days.content)}`,
  // Erased content was kept for as long as its own period wants; the record of the answer stays for its own, which is longer.
  'records of answers': () => db.$executeRaw`
    update request set ground = null, response = null, responded_at = null, us_state = null
    where content_erased_at is not null and closed_at < ${before(recordDays)}
      and (response is not null or ground is not null or us_state is not null)`,
  'settled mails': () => db.$executeRaw`
    delete from outbox where request_id is null and settled_at is not null and settled_at < ${before(30)}`,
})
