import { describe, expect, test } from 'vitest'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { readQueue } from '@/lib/store/queue/queue'
import { remindOfDeadlines } from '@/lib/worker/sweeps/timers'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, run, sql, staff, work, sink } = world
const privacy = staff('privacy')
const ground = 'The law that you name ended last year'

async function refused(fields = { country: 'US', region: 'US-VA' }) {
  const journey = await me.begin('individual-deletion', {}, fields)
  await run('privacy', journey.reference, 'close', { outcome: 'refused', note: 'We must keep it' })
  return journey
}
async function appealed() {
  const journey = await refused()
  const opened = await run('support-engineer', journey.reference, 'open-appeal', { ground })
  expect(opened).toMatchObject({ ok: true })
  return journey
}
/** Moves the open appeal of a request so that it is due in so many days. */
async function dueIn(reference: string, days: number) {
  const { id } = await get(reference)
  await sql(`update appeal set due_on = now() + make_interval(days => $2) where request_id = $1`, [id, days])
  await sql(`update request set appeal_due_on = now() + make_interval(days => $2) where id = $1`, [id, days])
}
const listed = async (filter: Record<string, string>) =>
  (await readQueue(privacy, queueFilterSchema.parse(filter))).items.map(item => item.reference)

describe('an appeal', () => {
  test('is mailed to the person when it arrives and when it is answered', async () => {
    const { reference, email } = await appealed()
    await work()
    const mails = () => sink.accepted().filter(mail => mail.recipients.includes(email))
    expect(mails().at(-1)?.words).toContain(`We have your appeal about request ${reference}`)
    await run('privacy', reference, 'answer-appeal', { granted: false, answer: 'It was extended.' })
    await work()
    expect(mails().at(-1)?.words).toContain(`Our answer to your appeal about request ${reference}`)
    const [said] = await sql<{ body: string }>(`select body from message where key = 'appeal-answered'`)
    expect(said?.body).toContain('It was extended.')
    expect(said?.body).toContain('the state’s Attorney General')
    expect((await get(reference)).appeals).toMatchObject([{ granted: false, answer: 'It was extended.' }])
  })
  test('is in Due soon and Overdue by its own date, until it is answered', async () => {
    const { reference } = await appealed()
    expect(await listed({ view: 'due-soon' })).not.toContain(reference)
    await dueIn(reference, 3)
    expect(await listed({ view: 'due-soon' })).toContain(reference)
    expect(await listed({ due: 'soon' })).toContain(reference)
    expect(await listed({ view: 'due-soon', state: 'verifying' })).not.toContain(reference)
    expect(await listed({ view: 'overdue' })).not.toContain(reference)
    await dueIn(reference, -1)
    expect(await listed({ view: 'overdue' })).toContain(reference)
    expect(await listed({ due: 'overdue', type: 'individual-deletion' })).toContain(reference)
    expect(await listed({ view: 'due-soon' })).not.toContain(reference)
    expect(await listed({ view: 'mine', due: 'overdue' })).not.toContain(reference)
    expect(await listed({ view: 'needs-us' })).toContain(reference)
    await run('privacy', reference, 'answer-appeal', { granted: true, answer: 'You are right.' })
    expect(await listed({ view: 'overdue' })).not.toContain(reference)
    expect(await listed({ view: 'needs-us' })).not.toContain(reference)
  })
  test('on an open request stops nothing: it is on Privacy’s list, too, and in Due soon and Overdue by its own date where that is earlier', async () => {
    const { reference } = await me.begin('individual-deletion', {}, { country: 'DE' })
    const { id, dueOn } = await get(reference)
    await run('requester', reference, 'open-complaint', { ground })
    const column = async () => (await sql('select waiting_on from request where id = $1', [id]))[0]
    await run('support-engineer', reference, 'mark-read', {})
    expect(await column()).toEqual({ waiting_on: 'support' })
    await dueIn(reference, 3)
    expect(await listed({ view: 'due-soon' })).toContain(reference)
    expect(await listed({ due: 'soon' })).toContain(reference)
    await dueIn(reference, -1)
    expect(await listed({ view: 'overdue' })).toContain(reference)
    expect(await listed({ view: 'due-soon' })).not.toContain(reference)
    // Each is due: the request is there once, by the earlier date.
    await sql(`update request set due_on = now() - interval '10 minutes' where id = $1`, [id])
    expect((await listed({ view: 'overdue' })).filter(found => found === reference)).toHaveLength(1)
    await sql('update request set due_on = $2 where id = $1', [id, dueOn])
    const { items } = await readQueue(privacy, queueFilterSchema.parse({ view: 'overdue' }))
    const row = items.find(item => item.reference === reference)
    expect(row?.dueOn).toEqual(dueOn)
    expect(row?.appealDueOn).toEqual(row?.dueAt)
    expect(await listed({ view: 'needs-us' })).toContain(reference)
    await run('privacy', reference, 'answer-appeal', { decision: 'not-granted', answer: 'It takes a while.' })
    expect(await listed({ view: 'overdue' })).not.toContain(reference)
    expect(await listed({ view: 'needs-us' })).not.toContain(reference)
  })
  test('is listed among the open requests by date, page by page', async () => {
    const closed = await appealed()
    const open = await me.begin('individual-deletion', {}, { country: 'DE' })
    await dueIn(closed.reference, 2)
    await sql(`update request set due_on = now() + interval '4 days' where reference = $1`, [open.reference])
    const ours = [closed.reference, open.reference]
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const given: Record<string, string> = { view: 'due-soon', limit: '1', ...(cursor ? { cursor } : {}) }
      const page = await readQueue(privacy, queueFilterSchema.parse(given))
      seen.push(...page.items.map(item => item.reference))
      cursor = page.next
    } while (cursor)
    expect(seen.filter(seen => ours.includes(seen))).toEqual(ours)
    expect(new Set(seen).size).toBe(seen.length)
  })
  test('keeps the content of its request until it is answered, and leaves with it', async () => {
    const { reference } = await appealed()
    await sql(`update request set closed_at = closed_at - interval '400 days' where reference = $1`, [
      reference,
    ])
    await work()
    expect((await get(reference)).contentErasedAt).toBeNull()
    await run('privacy', reference, 'answer-appeal', { granted: false, answer: 'It stays.' })
    await work()
    const gone = await get(reference)
    expect(gone.contentErasedAt).not.toBeNull()
    expect(gone.appeals).toEqual([])
  })
  test('is one at a time in the database, too, and its answer whole', async () => {
    const { id } = await get((await appealed()).reference)
    await expect(
      sql(
        `insert into appeal (id, request_id, kind, ground, received_at, due_on, opened_at)
        select 'second', request_id, kind, ground, received_at, due_on, opened_at from appeal where request_id = $1`,
        [id],
      ),
    ).rejects.toThrow('appeal_one_open')
    await expect(sql(`update appeal set granted = true where request_id = $1`, [id])).rejects.toThrow(
      'appeal_answered_whole',
    )
  })
  test('is brought to Privacy’s mind five days before its own due date, and on the day, once each', async () => {
    const { reference } = await appealed()
    const { id } = await get(reference)
    const mailed = async () => {
      await remindOfDeadlines.run()
      return (
        await sql<{ kind: string }>(
          `select kind from outbox where request_id = $1 and recipient like 'privacy@%' and kind in ('appeal-reminder', 'privacy-notice') order by created_at`,
          [id],
        )
      ).map(item => item.kind)
    }
    const before = await mailed()
    const later = async (days: number) => {
      await dueIn(reference, days)
      await sql(`update appeal set received_at = now() - interval '30 days' where request_id = $1`, [id])
      // At another second each time: that is what tells one reminder's run from the next.
      await sql(
        `update request set deadline_reminder_at = now() - make_interval(secs => 10 + 60 * $2) where id = $1`,
        [id, days],
      )
      return (await mailed()).slice(before.length)
    }
    expect(await later(4)).toEqual(['appeal-reminder'])
    expect(await mailed()).toHaveLength(before.length + 1)
    expect(await later(0)).toEqual(['appeal-reminder', 'privacy-notice'])
  })
})
