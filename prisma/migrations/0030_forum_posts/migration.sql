-- What somebody wrote in the forum is recorded as a road of its own.
alter table message drop constraint message_channel_known;
alter table message add constraint message_channel_known
  check (channel is null or channel in
    ('privacy-center', 'mail', 'telephone', 'letter', 'ticket', 'in-person', 'chat', 'social-media', 'forum-post', 'other'));
