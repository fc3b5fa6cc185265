-- The queue's search finds few requests by the beginning of a text, or many: PostgreSQL chooses by its estimate. With a bound
-- of the histogram at that beginning, the estimate is a whole step, with 100 steps one in a hundred of all requests, for
-- which it reads them all in order instead. About one ANALYZE in 25 came out so.
alter table request
  alter column reference set statistics 500,
  alter column email_key set statistics 500,
  alter column requester_key set statistics 500,
  alter column username_key set statistics 500;
analyze request (reference, email_key, requester_key, username_key);
