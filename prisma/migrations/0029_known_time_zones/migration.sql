-- Time zones that the database doesn't know were once taken from the API, and stop every list by due day.
update request set time_zone = null
where time_zone is not null
  and lower(time_zone) not in (select lower(name) from pg_timezone_names);
