import type { TestDatabase } from './database'

/**
 * Rows as years of use leave them, for reading only: one in a hundred open, one in a thousand unconfirmed, tasks of two
 * teams on a third of them. Real commands would take hours to make that many.
 */
export async function manyRequests({ sql }: TestDatabase, count: number): Promise<void> {
  await sql(`insert into staff (id, email, name, role) values
    ('sam', 'sam@staff.example', 'Sam', 'support-engineer'), ('noor', 'noor@staff.example', 'Noor', 'support-engineer')
    on conflict do nothing`)
  await sql(
    `insert into request (id, reference, type, subject_type, state, outcome, email, email_key, username, username_key,
      requester_email, requester_key, source, received_at, closed_at, due_on, due_rule, waiting_on, on_hold, risk, assignee_id)
    select 'r' || lpad(n::text, 8, '0'), 'PR-' || upper(substr(md5(n::text), 1, 12)),
      case when n % 20 = 0 then 'enterprise-deletion' else 'individual-deletion' end, 'individual',
      case when n % 1000 = 7 then 'submitted' when n % 100 = 0 then (array['checking','verifying','processing'])[1 + n / 100 % 3]
        else 'closed' end,
      case when n % 1000 <> 7 and n % 100 <> 0 then 'fulfilled' end,
      md5(n::text) || '@people.example', md5(n::text) || '@people.example', 'user' || n, 'user' || n,
      md5(n::text) || '@people.example', md5(n::text) || '@people.example', 'api', now() - make_interval(hours => n % 20000),
      case when n % 1000 <> 7 and n % 100 <> 0 then now() end,
      now() + make_interval(hours => 720 - n % 20000), 'gdpr',
      case when n % 1000 = 7 then 'requester' when n % 100 = 0 then (array['support','privacy','requester','team'])[1 + n / 100 % 4]
        else 'nobody' end,
      n % 100 = 0 and n % 700 = 0, (array['low','medium','high'])[1 + n % 3],
      case when n % 5 = 0 then 'sam' when n % 5 = 1 then 'noor' end
    from generate_series(1, $1::int) n`,
    [count],
  )
  await sql(
    `insert into task (id, request_id, key, name, team, position, state, resolution, opened_at)
    select team || n, 'r' || lpad(n::text, 8, '0'), team, team, team, 1,
      case when n % 100 = 0 then 'open' else 'resolved' end, case when n % 100 <> 0 then 'complete' end, now()
    from generate_series(3, $1::int, 3) n, (values ('support-engineer'), ('support-readiness')) teams (team)`,
    [count],
  )
  await sql(
    `insert into task (id, request_id, key, name, team, position, state, opened_at)
    select 'console' || n, 'r' || lpad(n::text, 8, '0'), 'console', 'console', 'console-engineer', 2, 'open', now()
    from generate_series(100, $1::int, 5000) n`,
    [count],
  )
  await sql('analyze')
}
