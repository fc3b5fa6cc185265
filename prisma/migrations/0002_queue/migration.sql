-- What the queue reads, by hand: Prisma's schema can't say partial indexes. The predicates are repeated word for word in
-- lib/store/queue.ts, because PostgreSQL uses a partial index only where it can prove that the query implies it.

-- The working views: open requests by due date. Few rows however old the installation is.
CREATE INDEX "request_open_due" ON "request" ("due_on", "id")
  WHERE "state" IN ('checking', 'verifying', 'processing');
CREATE INDEX "request_open_waiting" ON "request" ("waiting_on", "due_on", "id")
  WHERE "state" <> 'submitted' AND "waiting_on" <> 'nobody';
CREATE INDEX "request_open_assignee" ON "request" ("assignee_id", "due_on", "id")
  WHERE "state" IN ('checking', 'verifying', 'processing');
CREATE INDEX "request_unassigned" ON "request" ("due_on", "id")
  WHERE "state" IN ('checking', 'verifying', 'processing') AND "assignee_id" IS NULL;
CREATE INDEX "request_on_hold" ON "request" ("due_on", "id")
  WHERE "state" IN ('checking', 'verifying', 'processing') AND "on_hold";

-- Filters over everything, closed ones included.
CREATE INDEX "request_type_due" ON "request" ("type", "due_on", "id");
CREATE INDEX "request_risk_due" ON "request" ("risk", "due_on", "id");
CREATE INDEX "request_outcome_due" ON "request" ("outcome", "due_on", "id") WHERE "outcome" IS NOT NULL;

-- The search: exact and by beginning, whatever the database's collation is.
CREATE INDEX "request_reference_begins" ON "request" ("reference" text_pattern_ops);
CREATE INDEX "request_email_begins" ON "request" ("email_key" text_pattern_ops);
CREATE INDEX "request_username_begins" ON "request" ("username_key" text_pattern_ops);

-- Teams that see only what has a task of theirs.
CREATE INDEX "task_team_request" ON "task" ("team", "request_id");
CREATE INDEX "task_open_team" ON "task" ("team", "request_id") WHERE "state" = 'open';
CREATE INDEX "task_assignee_open" ON "task" ("assignee_id") WHERE "state" = 'open';

-- What the limits forget.
CREATE INDEX "rate_limit_expire" ON "rate_limit" ("expire");

-- A person's sign-ins that still count.
CREATE INDEX "staff_session_live" ON "staff_session" ("staff_id") WHERE "revoked_at" IS NULL;
