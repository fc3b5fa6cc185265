-- Partitions whose every event is older than its time; rejected ones are kept for one month.
create function usage_partitions_out_of_time(now timestamptz) returns setof text
language sql stable set search_path = public, pg_temp as $$
  select name from (
    select child.relname::text as name, to_date(right(child.relname, 7), 'YYYY_MM') as month,
           coalesce((regexp_match(child.relname, '^usage_event_(\d+)m_'))[1]::integer, 1) as months
      from pg_class child
     where child.relnamespace = 'public'::regnamespace and child.relkind = 'r'
       and child.relname ~ '^usage_(event_\d+m|rejected)_\d{4}_\d{2}$'
  ) part
  where (month + make_interval(months => months + 1))::timestamp at time zone 'UTC' <= now
  order by month, name
$$;

-- Drops one of them. One at a time, so that one which can't be dropped keeps no other. False where it isn't among them.
create function drop_usage_partition(partition text, now timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('usage partitions', 7));
  if not exists (select from usage_partitions_out_of_time(now) as name where name = partition) then
    return false;
  end if;
  execute format('drop table %I', partition);
  return true;
end $$;

revoke execute on function usage_partitions_out_of_time(timestamptz), drop_usage_partition(text, timestamptz) from public;

-- All of them at once, which one could stop.
drop function drop_usage_partitions(timestamptz);
