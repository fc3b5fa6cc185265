-- What was counted row by row until now.
insert into usage_received (day, outcome, times)
select (collected_at at time zone 'UTC')::date, reason, sum(times) from usage_rejected group by 1, 2;
