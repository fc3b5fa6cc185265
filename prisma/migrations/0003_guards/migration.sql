-- Guards that hold whatever the application does.

alter table request add constraint request_state_known
  check (state in ('submitted', 'checking', 'verifying', 'processing', 'closed'));
alter table request add constraint request_outcome_known
  check (outcome is null or outcome in ('fulfilled', 'already-deleted', 'no-account', 'duplicate', 'not-verified',
    'no-permission', 'not-controller', 'security-denied', 'embargoed', 'no-authority', 'no-response', 'withdrawn',
    'unconfirmed', 'refused'));
alter table request add constraint request_outcome_when_closed
  check ((state = 'closed') = (outcome is not null) and (state = 'closed') = (closed_at is not null));
alter table request add constraint request_waiting_on_known
  check (waiting_on in ('requester', 'support', 'privacy', 'team', 'system', 'nobody'));
alter table request add constraint request_risk_known check (risk is null or risk in ('low', 'medium', 'high'));

alter table task add constraint task_state_known check (state in ('open', 'resolved', 'cancelled'));
alter table task add constraint task_team_known
  check (team in ('support-engineer', 'support-readiness', 'console-engineer', 'privacy', 'forum-admin', 'system'));
alter table task add constraint task_resolution_known
  check (resolution is null or resolution in ('complete', 'exception', 'not_found'));
alter table task add constraint task_resolution_when_resolved check ((state = 'resolved') = (resolution is not null));
alter table task add constraint task_exception_needs_note
  check (resolution is distinct from 'exception' or (note is not null and btrim(note) <> ''));

alter table message add constraint message_direction_known check (direction in ('in', 'out'));
alter table message add constraint message_delivery_known
  check (delivery in ('queued', 'accepted', 'bounced', 'uncertain', 'suppressed', 'none'));
alter table verification add constraint verification_result_known
  check (result is null or result in ('passed', 'failed'));
alter table security_review add constraint security_review_result_known
  check (result is null or result in ('unblocked', 'denied'));
alter table staff add constraint staff_role_known
  check (role in ('support-engineer', 'support-readiness', 'console-engineer', 'forum-admin', 'privacy', 'admin'));
alter table api_token add constraint api_token_role_known
  check (role in ('support-engineer', 'support-readiness', 'console-engineer', 'forum-admin', 'privacy', 'admin'));

-- The audit log only grows: for the application's role by its rights, for everybody by these triggers.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger audit_entry_never_emptied before truncate on audit_entry
  for each statement execute function refuse_audit_change();

-- Frozen answers stay frozen.
create function refuse_frozen_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are frozen', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger check_frozen before update on "check" for each row execute function refuse_frozen_change();
create trigger risk_rating_frozen before update on risk_rating for each row execute function refuse_frozen_change();
