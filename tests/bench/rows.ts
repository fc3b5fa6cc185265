/**
 * The rows of a bench database, as set-based SQL: the same for the same number on any day, but for times, which
 * count from now. `$1` is how many requests. Of the first thousand more than half are open, so that each view has a full
 * page; of later ones a twentieth, as an installation closes what it gets: 50,000 of a million, still more than any desk
 * has before it.
 */

/** Four people who share the work; the first is who looks. */
export const STAFF = ['bench-support-1', 'bench-support-2', 'bench-support-3', 'bench-support-4'] as const
export const CONSOLE_ENGINEER = 'bench-console-1'

const FIRST =
  'ada,bela,cleo,dara,elif,finn,gita,hugo,ines,juno,kofi,lena,mira,nils,omar,pia,quin,rosa,sami,tove,uma,vera,wim,xeni,yara,zeno,aino,bram,chloe,deniz,enzo,faye,goran,hana,ivo,jaro,kaya,luca,maud,noor,orla,piet,rafi,siv,timo,ulla,vito,wren,yuki,zora'
const LAST =
  'abara,berg,costa,duran,eriks,fabre,gallo,haas,ilves,jansen,keita,lopez,moreau,nagy,olsen,popov,quist,rossi,silva,tanaka,ueda,varga,weber,xanthos,yilmaz,zeman,acker,blom,conti,dahl,eklund,falk,graf,holt,ibsen,jung,kraus,lind,meier,novak'

const many = (list: string) => list.split(',').length
/** A number from 0 to `below` that depends on the request's number and a salt, and on nothing else. */
const pick = (salt: number, below: number) => `((hashint8extended(i, ${salt}) & 2147483647) % ${below})`
const pickFrom = (list: string, salt: number) =>
  `split_part('${list}', ',', (${pick(salt, many(list))} + 1)::int)`

/** So many requests have the mix of a new installation. */
const FRESH = 1000

/** References as the product makes them, in no order: the number times a prime, written with their letters. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ'
const letter = (place: number) =>
  `substr('${ALPHABET}', (scattered / ${ALPHABET.length ** place} % ${ALPHABET.length} + 1)::int, 1)`
const reference = `'PR-' || ${[0, 1, 2, 3].map(letter).join(' || ')} || '-' || ${[4, 5, 6, 7].map(letter).join(' || ')}`

const steps = 'delete-blocking-groups,delete-user,verify-gone,add-to-csv,upload-csv'

const requests = `
insert into request (id, reference, type, subject_type, state, outcome, email, email_key, username, username_key, name,
  country, locale, requester_email, requester_key, source, account_id, received_at, confirmed_at, closed_at, due_on, due_rule,
  assignee_id, waiting_on, on_hold, escalated_at, unread_at, risk)
select md5('request ' || i)::uuid::text, ${reference},
  case when ${pick(1, 100)} < 85 then 'individual-deletion' else 'enterprise-deletion' end,
  case when ${pick(1, 100)} < 85 then 'individual' else 'enterprise' end,
  state, case when state = 'closed' then case when ${pick(2, 100)} < 70 then 'fulfilled' else 'not-verified' end end,
  email, email, username, username, initcap(first) || ' ' || initcap(last),
  split_part('DE,NL,FR,IE,US,GB,SE,IT', ',', (${pick(3, 8)} + 1)::int), 'en', email, email, 'privacy-center',
  case when state <> 'submitted' then 'account-' || i end,
  received_at, case when state <> 'submitted' then received_at + interval '1 hour' end,
  case when state = 'closed' then received_at + interval '9 days' end,
  received_at + interval '31 days', 'gdpr@2026-11-01',
  case when state not in ('submitted', 'checking') and ${pick(4, 100)} < 70
    then split_part('${STAFF.join(',')}', ',', (${pick(5, STAFF.length)} + 1)::int) end,
  case when state = 'submitted' then 'requester' when state = 'checking' then 'system'
    when state = 'closed' then 'nobody' when held or escalated then 'privacy'
    when state = 'verifying' then case when ${pick(6, 100)} < 45 then 'requester' else 'support' end
    else case when ${pick(6, 100)} < 60 then 'support' else 'team' end end,
  held, case when escalated then received_at + interval '3 days' end,
  case when state in ('verifying', 'processing') and ${pick(16, 100)} < 15 then received_at + interval '4 days' end,
  case when state in ('submitted', 'checking') then null
    else split_part('low,low,medium,high', ',', (${pick(7, 4)} + 1)::int) end
from (
  select *, state in ('verifying', 'processing') and ${pick(8, 100)} < 14 as held,
    state in ('verifying', 'processing') and ${pick(15, 100)} < 6 as escalated,
    first || '.' || last || i || '@mail' || ${pick(9, 40)} || '.example' as email,
    first || '_' || last || i as username,
    now() - case state
      when 'submitted' then make_interval(secs => ${pick(10, 500_000)})
      when 'closed' then interval '32 days' + make_interval(secs => ${pick(10, 90_000_000)})
      else interval '6 days' + make_interval(secs => ${pick(10, 3_000_000)}) end as received_at
  from (
    select i, i * 191161 % 282429536481 as scattered, ${pickFrom(FIRST, 11)} as first, ${pickFrom(LAST, 12)} as last,
      case when i > ${FRESH} and ${pick(14, 100)} >= 8 then 'closed' when ${pick(13, 100)} < 8 then 'submitted' when ${pick(13, 100)} < 12 then 'checking'
        when ${pick(13, 100)} < 32 then 'verifying' when ${pick(13, 100)} < 60 then 'processing' else 'closed' end as state
    from generate_series(1, $1::bigint) i) numbered) known`

/** What a directory answered about an account, as the automated checks freeze it. */
const facts = `jsonb_build_object('emailExists', true, 'usernameExists', true, 'sameAccount', true, 'account',
  jsonb_build_object('accountId', account_id, 'email', email, 'username', username, 'enterprise', false,
    'accountState', 'active', 'blockedReason', null, 'privateProjects', 3, 'soleOwnedGroups', 1, 'plan', 'free',
    'subscriptionEndsOn', null, 'twoFactor', true, 'createdOn', '2019-04-02', 'lastActiveOn', '2026-02-03', 'country', country))`
const signals = `'[{"key":"private-projects","points":10,"why":"3 private projects"},{"key":"account-age","points":0,"why":"Older than a year"}]'`

const body = `repeat('Thank you for writing to us. We have received your request and will answer it in time. ', 6)`
const message = (key: string, after: string, where: string) => `
insert into message (id, request_id, key, direction, sender, subject, body, at, delivery, delivery_at)
select md5('${key} ' || id)::uuid::text, id, '${key}', 'out', 'system', 'About your request ' || reference, ${body},
  received_at + ${after}, 'accepted', received_at + ${after} from request where ${where}`

const task = (key: string, name: string, team: string, position: number, open: string, where: string) => `
insert into task (id, request_id, key, name, team, position, state, resolution, opened_at, resolved_at)
select md5('${key} ' || id)::uuid::text, id, '${key}', '${name}', '${team}', ${position},
  case when ${open} then 'open' else 'resolved' end, case when ${open} then null else 'complete' end,
  received_at + interval '2 days', case when ${open} then null else received_at + interval '4 days' end
from request where ${where}`

const inWork = `state in ('processing', 'closed')`
const askedNow = `state = 'verifying' and waiting_on = 'requester'`

/** Everything that hangs on requests. Windows of closed ones are long over, those that are open end in the future. */
const parts = [
  `insert into "check" (id, request_id, round, purpose, source, at, facts)
  select md5('check ' || id)::uuid::text, id, 1, 'intake', 'account-directory', received_at + interval '1 hour', ${facts}
  from request where state not in ('submitted', 'checking')`,
  `insert into risk_rating (id, request_id, round, rating, score, signals, policy_version, at)
  select md5('rating ' || id)::uuid::text, id, 1, risk, 10, ${signals}, 1, received_at + interval '1 hour'
  from request where risk is not null`,
  `insert into message (id, request_id, key, direction, sender, subject, body, at, delivery)
  select md5('unread ' || id)::uuid::text, id, 'reply', 'in', 'requester', '', ${body}, unread_at, 'none'
  from request where unread_at is not null`,
  `insert into response_window (id, request_id, reason, days, opens_at, ends_at, closed_at, closed_by)
  select md5('confirmation ' || id)::uuid::text, id, 'confirmation', 7, received_at,
    case when state = 'submitted' then now() + interval '4 days' else received_at + interval '8 days' end,
    case when state <> 'submitted' then received_at + interval '1 hour' end, case when state <> 'submitted' then 'confirm' end
  from request`,
  `insert into response_window (id, request_id, reason, days, opens_at, ends_at, remind_at, closed_at, closed_by)
  select md5('verification ' || id)::uuid::text, id, 'verification', 7, received_at + interval '1 day',
    case when ${askedNow} then now() + interval '5 days' else received_at + interval '8 days' end,
    case when ${askedNow} then now() + interval '3 days' else received_at + interval '6 days' end,
    case when not (${askedNow}) then received_at + interval '3 days' end, case when not (${askedNow}) then 'closed' end
  from request where (${askedNow}) or (state = 'closed' and risk = 'high')`,
  `insert into verification (id, request_id, round, level, questions, answers, asked_at, answered_at, result, judged_at)
  select md5('asked ' || id)::uuid::text, id, 1, 'high', '[{"key":"projects","text":"Name one of your projects.","fact":"privateProjects"}]',
    case when state = 'closed' then '{"projects":"kestrel"}'::jsonb end, received_at + interval '1 day',
    case when state = 'closed' then received_at + interval '3 days' end, case when state = 'closed' then 'passed' end,
    case when state = 'closed' then received_at + interval '4 days' end
  from request where (${askedNow}) or (state = 'closed' and risk = 'high')`,
  message('request-received', `interval '0'`, 'true'),
  message('request-fulfilled', `interval '9 days'`, `state = 'closed'`),
  message(
    'high-risk-gitlab-account-verification-question',
    `interval '1 day'`,
    `(${askedNow}) or (state = 'closed' and risk = 'high')`,
  ),
  `insert into note (id, request_id, text, author_name, at)
  select md5('note ' || id)::uuid::text, id, 'Spoke to the owner of the group; they will take it over.', 'Robin',
    received_at + interval '3 days' from request where ${inWork} and risk <> 'low'`,
  `insert into hold (id, request_id, reason, placed_at, placed_by, until)
  select md5('hold ' || id)::uuid::text, id, 'other', received_at + interval '2 days', 'privacy', now() + interval '20 days'
  from request where on_hold`,
  `insert into hold (id, request_id, reason, placed_at, placed_by, until, released_at, released_by)
  select md5('hold ' || id)::uuid::text, id, 'subscription', received_at + interval '2 days', 'system',
    received_at + interval '4 days', received_at + interval '4 days', 'system' from request where state = 'closed' and risk = 'medium'`,
  `insert into escalation (id, request_id, reason, question, checked, asked_at)
  select md5('escalation ' || id)::uuid::text, id, 'unclear', 'May we go on?', 'The account', escalated_at
  from request where escalated_at is not null`,
  `insert into access_link (id, request_id, purpose, token_hash, sent_to, created_at, expires_at)
  select md5('link ' || id)::uuid::text, id, 'confirm', md5('token ' || id), 'requester', received_at, now() + interval '4 days'
  from request where state = 'submitted'`,
  task(
    'gitlab-deletion',
    'Support Engineer (GitLab Deletion)',
    'support-engineer',
    0,
    `state = 'processing' and waiting_on <> 'team'`,
    inWork,
  ),
  task(
    'zendesk-cdot-deletion',
    'Support Engineer (Zendesk/cDot Deletion)',
    'support-engineer',
    1,
    'false',
    `state = 'closed' or (state = 'processing' and waiting_on = 'team')`,
  ),
  task(
    'customers-portal-deletion',
    'Console Engineer (Customers Portal Deletion)',
    'console-engineer',
    2,
    `state = 'processing'`,
    `state = 'closed' or (state = 'processing' and waiting_on = 'team')`,
  ),
  `insert into task_step (id, task_id, key, label, destructive, position, done_at)
  select md5(step || task.id)::uuid::text, task.id, step, 'Do this part: ' || step, place < 3, place - 1,
    case when task.state = 'resolved' then task.resolved_at end
  from task, unnest(string_to_array('${steps}', ',')) with ordinality as list (step, place) where task.key = 'gitlab-deletion'`,
  `insert into outbox (id, message_id, request_id, kind, mail_id, recipient, state, attempts, send_after, settled_at, created_at)
  select md5('mail ' || id)::uuid::text, md5('request-received ' || id)::uuid::text, id, 'request-received',
    '<' || md5('mail ' || id) || '@bench.example>', email, 'accepted', 1, received_at, received_at, received_at from request`,
  `insert into audit_entry (scope, seq, at, command_id, command, actor_kind, result, facts, prev_hash, hash)
  select id, 1, received_at, md5('submit ' || id), 'submit', 'public', 'done', '{"type":"individual-deletion"}', '', sha256(id::bytea)::text
  from request`,
  `insert into audit_head (scope, seq, hash) select id, 1, sha256(id::bytea)::text from request`,
]

const people = `
insert into staff (id, email, name, role)
select id, id || '@bench.example', initcap(replace(id, '-', ' ')), case when id = '${CONSOLE_ENGINEER}' then 'console-engineer' else 'support-engineer' end
from unnest(array['${[...STAFF, CONSOLE_ENGINEER].join("','")}']) id`

/** In this order: each group's statements need only what earlier groups made. */
export const STATEMENTS: readonly (readonly string[])[] = [
  [people],
  [requests],
  parts.filter(sql => !sql.includes('from task')),
  parts.filter(sql => sql.includes('from task')),
]

/** What is filled, and so has its indexes built at the end rather than row by row. */
export const TABLES = [
  'request',
  '"check"',
  'risk_rating',
  'response_window',
  'verification',
  'message',
  'note',
  'hold',
  'escalation',
  'access_link',
  'task',
  'task_step',
  'outbox',
  'audit_entry',
  'audit_head',
] as const
