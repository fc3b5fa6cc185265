-- What is looked for every few seconds: a handful of open rows among all that were ever there. By hand, as Prisma's schema
-- can't say partial indexes; lib/store/due.ts and lib/store/queue-scope.ts repeat the predicates word for word.

-- What the clock brings about. Windows and holds that have ended stay, and all of them are in the past.
CREATE INDEX "response_window_open_ends" ON "response_window" ("ends_at") WHERE "closed_at" IS NULL;
CREATE INDEX "response_window_open_remind" ON "response_window" ("remind_at")
  WHERE "closed_at" IS NULL AND "reminded_at" IS NULL;
CREATE INDEX "hold_open_until" ON "hold" ("until") WHERE "released_at" IS NULL;

-- What leaves by itself.
CREATE INDEX "access_link_expires" ON "access_link" ("expires_at");
CREATE INDEX "requester_session_expires" ON "requester_session" ("expires_at");

-- What waits for any of us, for whoever watches over all.
CREATE INDEX "request_awaits_us" ON "request" ("due_on", "id")
  WHERE "state" <> 'submitted' AND "waiting_on" <> 'nobody' AND "waiting_on" IN ('support', 'privacy', 'team');
