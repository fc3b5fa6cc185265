-- Checkpoints are remembered as the log itself is kept: nobody changes or removes one.
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
  for each row execute function refuse_audit_change();
create trigger audit_checkpoint_never_emptied before truncate on audit_checkpoint
  for each statement execute function refuse_audit_change();
alter table audit_checkpoint add constraint audit_checkpoint_numbered check (number > 0);
