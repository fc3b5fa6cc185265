-- Words reach us by chat, social media and other roads, too.
alter table message drop constraint message_channel_known;
alter table message add constraint message_channel_known
  check (channel is null or channel in
    ('privacy-center', 'mail', 'telephone', 'letter', 'ticket', 'in-person', 'chat', 'social-media', 'other'));
-- Whether a mail to one of our own addresses has been taken since another came back.
create index outbox_taken_by_us on outbox (recipient, settled_at) where state = 'accepted' and message_id is null;
