import { expect, test } from '@playwright/test'
import { type Killable, killable } from '@/tests/support/killable'
import { walkUnderFire } from '@/tests/support/walk-under-fire'

/** How many walks; KILL_SEEDS=20 for the long way. */
const SEEDS = Number(process.env.KILL_SEEDS || 1)

let product: Killable
test.beforeAll(async () => {
  test.setTimeout(300_000)
  product = await killable()
})
test.afterAll(() => product.close())

/** What each accepted command leaves, however often it was sent. */
const once = [
  'submit',
  'confirm',
  'record-check-results',
  'send-message',
  'answer-questions',
  'pass-verification',
]

for (let seed = 1; seed <= SEEDS; seed++) {
  test(`web and worker killed at every step of a deletion, seed ${seed}: nothing lost, nothing twice`, async () => {
    test.setTimeout(600_000)
    const { reference, email, kills } = await walkUnderFire(product, seed)
    expect(kills).toBeGreaterThan(25)

    const requests = await product.sql<{ id: string; state: string; outcome: string }>(
      'select id, state, outcome from request where requester_email = $1',
      [email],
    )
    expect(requests).toMatchObject([{ state: 'closed', outcome: 'fulfilled' }])
    const id = requests[0]?.id
    expect(await product.sql('select id from account where email = $1', [email])).toEqual([])

    const tasks = await product.sql(
      'select name, resolution, note from task where request_id = $1 order by name',
      [id],
    )
    expect(tasks).toEqual([
      { name: expect.stringContaining('Marketing'), resolution: 'complete', note: null },
      {
        name: expect.stringContaining('Service usage data'),
        resolution: 'complete',
        note: '0 events deleted',
      },
      { name: expect.stringContaining('GitLab Deletion'), resolution: 'complete', note: null },
      {
        name: expect.stringContaining('Zendesk/cDot'),
        resolution: 'exception',
        note: expect.stringContaining('Zendesk'),
      },
      { name: expect.stringContaining('(Zendesk Deletion)'), resolution: 'complete', note: null },
    ])

    const ran = await product.sql<{ command: string; times: number }>(
      'select command, count(*)::int as times from audit_entry where scope = $1 group by command',
      [id],
    )
    const times = new Map(ran.map(row => [row.command, row.times]))
    expect(once.map(command => [command, times.get(command)])).toEqual(once.map(command => [command, 1]))
    // Marketing, and the usage data.
    expect(times.get('complete-system-task')).toBe(2)
    const steps = await product.sql(
      'select done_at is not null as done from task_step join task on task.id = task_id where request_id = $1',
      [id],
    )
    expect(steps.every(step => step.done)).toBe(true)
    expect(times.get('resolve')).toBe(3)
    // The product ticks what it saw, and the walk ticks it again by hand: each once.
    const ticks = await product.sql<{ step: string; by: string; times: number }>(
      `select (facts->>'task') || ' ' || (facts->>'step') as step, actor_kind as by, count(*)::int as times from audit_entry
       where scope = $1 and command = 'tick-step' group by 1, 2`,
      [id],
    )
    expect(new Set(ticks.map(({ step }) => step)).size).toBe(steps.length)
    expect(ticks.filter(tick => tick.times !== 1)).toEqual([])

    // Each mail once, or visibly uncertain; what arrived, arrived once.
    const mails = await product.sql<{ mailId: string; state: string; kind: string }>(
      'select mail_id as "mailId", state, kind from outbox where request_id = $1',
      [id],
    )
    const arrived = (mailId: string) => product.sink.mails.filter(mail => mail.mailId === mailId).length
    for (const { mailId, state, kind } of mails) {
      expect(arrived(mailId), kind).toBeLessThanOrEqual(1)
      expect([kind, state === 'uncertain' ? state : `${state} ${arrived(mailId)}`]).toEqual([
        kind,
        state === 'uncertain' ? state : 'accepted 1',
      ])
    }
    const said = await product.sql<{ key: string }>(
      `select key from message where request_id = $1 and direction = 'out'`,
      [id],
    )
    const keys = said.map(row => row.key).filter(key => key !== 'access-link')
    expect(keys.toSorted()).toEqual([
      'high-risk-gitlab-account-verification-question',
      'request-fulfilled',
      'request-received',
    ])

    expect(
      await product.sql('select id from graphile_worker._private_jobs where attempts >= max_attempts'),
    ).toEqual([])
    expect(await product.habeas('audit', 'verify')).toContain(' 0 faults')
    expect(reference).toMatch(/^PR-/)
  })
}
