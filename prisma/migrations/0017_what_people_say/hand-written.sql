
alter table message add constraint message_channel_known
  check (channel is null or channel in ('privacy-center', 'mail', 'telephone', 'letter', 'ticket', 'in-person'));

-- What came in before counts as read, except where the person wrote to an open request and nobody has written back since.
update message set channel = 'privacy-center' where direction = 'in';
update message set read_at = message.at
from request
where message.request_id = request.id and message.direction = 'in'
  and (message.key <> 'reply' or request.state = 'closed' or exists (
    select from message answer
    where answer.request_id = message.request_id and answer.direction = 'out' and answer.sender <> 'system'
      and answer.at > message.at));
update request set unread_at = (
  select min(message.at) from message
  where message.request_id = request.id and message.direction = 'in' and message.read_at is null)
where request.state <> 'closed';

-- The addresses on requests are in the form in which they are compared.
update request set requester_key = requester_email;

create index request_requester_begins on request (requester_key text_pattern_ops);
create index request_unread on request (due_on, id) where unread_at is not null;
