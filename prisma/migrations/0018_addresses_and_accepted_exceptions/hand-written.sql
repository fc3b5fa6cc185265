-- Requests that are open now get the addresses that the directory still knows.
update request set account_emails = known.emails
from (
  select account_id, array_agg(email order by is_primary desc, email_key) as emails
  from account_address group by account_id) known
where known.account_id = request.account_id and request.state <> 'closed';

alter table task add constraint task_accepted_exception
  check (accepted_at is null or (resolution = 'exception' and accepted_words is not null and btrim(accepted_words) <> ''));
