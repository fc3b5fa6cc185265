import type pg from 'pg'
import { APP_ROLE } from './role'

/** Tables whose rows are added and never changed. */
export const APPEND_ONLY = ['audit_entry', 'audit_checkpoint', 'access_entry'] as const

const SCHEMAS = ['public', 'graphile_worker'] as const

/** Two starts at once, or two databases of one server, may both find the role missing. */
const MAKE_ROLE = `
do $$ begin
  if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
    create role ${APP_ROLE} nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$`

const rights = (schema: string) => `
grant usage on schema ${schema} to ${APP_ROLE};
grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE};
grant usage, select, update on all sequences in schema ${schema} to ${APP_ROLE};
grant execute on all functions in schema ${schema} to ${APP_ROLE};`

/** Ids of the audit log come from its sequence alone, so that no new row lands among those that were signed, or far beyond. */
const OWN_IDS = `
do $$ declare names text; begin
  select string_agg(quote_ident(attname), ', ') into names from pg_attribute
    where attrelid = 'audit_entry'::regclass and attnum > 0 and not attisdropped and attname <> 'id';
  revoke insert on audit_entry from ${APP_ROLE};
  execute format('grant insert (%s) on audit_entry to ${APP_ROLE}', names);
  revoke update on sequence audit_entry_id_seq from ${APP_ROLE};
end $$`

/** The job tables have row security and no policies, so that only their owner sees rows; the product needs them too. */
const JOB_POLICIES = `
do $$ declare job_table record; begin
  for job_table in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
    execute format('drop policy if exists ${APP_ROLE} on graphile_worker.%I', job_table.tablename);
    execute format('create policy ${APP_ROLE} on graphile_worker.%I to ${APP_ROLE} using (true) with check (true)', job_table.tablename);
  end loop;
end $$`

/**
 * Makes the product's role and gives it exactly what it needs; safe to repeat. After every migration,
 * because new tables start without rights.
 * @returns false where this database lets us make no roles; the product then runs as the owner
 */
export async function grantRights(client: pg.Client): Promise<boolean> {
  try {
    await client.query(MAKE_ROLE)
    await client.query(`grant ${APP_ROLE} to current_user`)
    await client.query(`set role ${APP_ROLE}`)
    await client.query('reset role')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return false
    throw error
  }
  await client.query('begin')
  await client.query(SCHEMAS.map(rights).join('\n'))
  await client.query(JOB_POLICIES)
  for (const table of APPEND_ONLY) {
    await client.query(`revoke update, delete, truncate on ${table} from ${APP_ROLE}`)
  }
  await client.query(OWN_IDS)
  await client.query(`revoke delete, truncate on audit_head from ${APP_ROLE}`)
  await client.query(`revoke all on _prisma_migrations from ${APP_ROLE}`)
  await client.query(`grant select on _prisma_migrations to ${APP_ROLE}`)
  await client.query('commit')
  return true
}
