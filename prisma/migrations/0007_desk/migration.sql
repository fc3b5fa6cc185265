-- What the desk's own lists read. The predicates stand word for word in lib/store.

-- The view “Escalated”: few rows however old the installation is.
CREATE INDEX "request_escalated" ON "request" ("due_on", "id") WHERE "escalated_at" IS NOT NULL;
-- Questions to Privacy that came to an end, the newest first.
CREATE INDEX "escalation_ended" ON "escalation" ("answered_at", "id") WHERE "state" <> 'open';
-- Reports count by month.
CREATE INDEX "request_received_type" ON "request" ("received_at", "type");
CREATE INDEX "request_closed_at" ON "request" ("closed_at") WHERE "closed_at" IS NOT NULL;

alter table proposal add constraint proposal_state_known check (state in ('open', 'applied', 'withdrawn'));
alter table proposal add constraint proposal_decided check ((state = 'open') = (decided_at is null));
-- Nobody approves what they proposed themselves, whatever the application does.
alter table proposal add constraint proposal_two_people
  check (state <> 'applied' or decided_by_id is distinct from proposed_by_id);
create unique index proposal_one_open on proposal (subject) where state = 'open';
