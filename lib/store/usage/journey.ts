import { z } from 'zod'
import { type AnyTx, prismaOf } from '../database/prisma-of'

const MOST = 500

const eventSchema = z.object({
  at: z.date(),
  event: z.string(),
  app: z.string().nullable(),
  page: z.string().nullable(),
  projectId: z.string().nullable(),
  namespaceId: z.string().nullable(),
  keyVersion: z.number().int(),
})
export type JourneyEvent = z.output<typeof eventSchema>

/**
 * The last 500 events of one pseudonymous user, in their order, found by index. Only for the door, which asks for a reason
 * and puts it into the audit log.
 */
export async function readJourney(
  tx: AnyTx,
  pseudonym: string,
): Promise<{ events: JourneyEvent[]; more: boolean }> {
  const rows = z.array(eventSchema).parse(
    await prismaOf(tx).$queryRaw`
      select coalesce(happened_at, collected_at) as at, event, app, page, project_id as "projectId",
        namespace_id as "namespaceId", key_version as "keyVersion"
      from usage_event where user_pseudonym = ${pseudonym}
      order by collected_at desc, 1 desc, id limit ${MOST + 1}`,
  )
  const events = rows.slice(0, MOST).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return { events, more: rows.length > MOST }
}
