import { describe, expect, test } from 'vitest'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, run, sql, work } = world

/** Mails of a kind about a request: to which team, in order. */
const mailed = async (reference: string, kind: string) => {
  const { id } = await get(reference)
  const rows = await world.db.outbox.findMany({
    where: { requestId: id, kind },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(row => row.recipient.replace(/@.*/, ''))
}
/** Lets days go by for a request's legal clock. */
const pass = (reference: string, days: number) =>
  sql(
    `update request set received_at = received_at - make_interval(days => $2), due_on = due_on - make_interval(days => $2),
     deadline_reminder_at = deadline_reminder_at - make_interval(days => $2) where reference = $1`,
    [reference, days],
  )
/** Until so many whole days are left. */
const until = async (reference: string, left: number) => {
  const { dueOn } = await get(reference)
  await pass(reference, Math.floor((+dueOn - Date.now()) / 86_400_000) - left)
  await work()
}

describe('the due date comes near', () => {
  test('half time, five days and one day: the teams with open work are told, each once', async () => {
    const { reference } = await me.begin('individual-deletion')
    await me.resolve(reference, 'Zendesk/cDot', { found: { zendesk: true, customersPortal: false } })
    await work()
    expect(await mailed(reference, 'deadline-reminder')).toEqual([])
    const both = ['support-engineer', 'support-readiness']
    for (const [left, times] of [
      [12, 1],
      [9, 1],
      [4, 2],
      [3, 2],
      [1, 3],
    ] as const) {
      await until(reference, left)
      await work()
      expect((await mailed(reference, 'deadline-reminder')).sort(), `${left} days left`).toEqual(
        [...Array(times)].flatMap(() => both).sort(),
      )
    }
  })
  test('on the day Privacy is told, once', async () => {
    const { reference } = await me.begin('individual-deletion')
    const before = (await mailed(reference, 'privacy-notice')).length
    await until(reference, 0)
    await work()
    expect((await mailed(reference, 'privacy-notice')).length - before).toBe(1)
    // What was missed meanwhile is not said after the fact.
    expect(await mailed(reference, 'deadline-reminder')).toEqual([])
  })
  test('an extended deadline is reminded of again', async () => {
    const { reference } = await me.begin('individual-deletion')
    await until(reference, 4)
    expect(await mailed(reference, 'deadline-reminder')).toHaveLength(1)
    await me.command('privacy', reference, 'extend-deadline', { reason: 'complexity' })
    await work()
    expect(await mailed(reference, 'deadline-reminder')).toHaveLength(1)
    // Another day than the first time: moving the past must not make the new date the old one.
    await until(reference, 3)
    expect(await mailed(reference, 'deadline-reminder')).toHaveLength(2)
  })
  test('on hold the legal clock runs on, and Privacy, whose turn it is, is told', async () => {
    const { reference } = await me.begin('individual-deletion')
    await me.command('support-engineer', reference, 'hold', { reason: 'Ask first' })
    await until(reference, 4)
    expect(await mailed(reference, 'deadline-reminder')).toEqual(['privacy'])
  })
  test('not before the mailbox was confirmed, and not after the end', async () => {
    const waiting = await world.submit(await world.account())
    await until(waiting, 4)
    expect(await mailed(waiting, 'deadline-reminder')).toEqual([])
    const { reference } = await me.begin('individual-deletion')
    await me.command('privacy', reference, 'close', { outcome: 'refused', note: 'Unfounded' })
    await pass(reference, 28)
    await work()
    expect(await mailed(reference, 'deadline-reminder')).toEqual([])
  })
})

describe('a timer', () => {
  test('conflicts with nobody who is typing', async () => {
    const { reference } = await me.begin('individual-deletion')
    const { version } = await get(reference)
    await until(reference, 4)
    expect(await mailed(reference, 'deadline-reminder')).not.toEqual([])
    expect(
      await run('support-engineer', reference, 'add-note', { text: 'Typed meanwhile' }, version),
    ).toMatchObject({
      ok: true,
    })
    expect(
      await run('support-engineer', reference, 'add-note', { text: 'Seen before' }, version),
    ).toMatchObject({
      reason: 'conflict',
    })
  })
})

describe('an authority that nobody validates', () => {
  const opened = (reference: string, days: number) =>
    sql(
      `update authority set opened_at = opened_at - make_interval(days => $2)
       where request_id = (select id from request where reference = $1)`,
      [reference, days],
    )
  test('Privacy is reminded after 5 and after 10 days, and not again', async () => {
    const { reference } = await me.begin(
      'deceased-deletion',
      {},
      { relationship: 'designated-account-successor' },
    )
    const notices = async () => (await mailed(reference, 'privacy-notice')).length
    const first = await notices()
    for (const [days, more] of [
      [4, 0],
      [1, 1],
      [4, 1],
      [2, 2],
      [9, 2],
    ] as const) {
      await opened(reference, days)
      await work()
      await work()
      expect((await notices()) - first).toBe(more)
    }
    await me.command('privacy', reference, 'validate-authority', { valid: true, note: 'Read' })
    expect(await run('system', reference, 'remind-privacy')).toMatchObject({ ok: false })
  })
})

test('windows stand still on hold, but documents are awaited on the hold that is about them', async () => {
  const { reference } = await me.begin(
    'deceased-deletion',
    {},
    { relationship: 'designated-account-successor' },
  )
  await me.send(reference, 'documents-needed', 'privacy')
  await me.command('privacy', reference, 'hold', { reason: 'A court was asked' })
  await world.pass(reference, 40)
  await work()
  expect(await get(reference)).toMatchObject({ state: 'verifying' })
  const { holds } = await get(reference)
  const other = holds.find(hold => hold.reason === 'other')
  await me.command('privacy', reference, 'release-hold', { hold: other?.id, note: 'It answered' })
  await me.closed(reference, 'no-authority')
})
