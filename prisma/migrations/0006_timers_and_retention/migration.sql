-- What the worker looks for every few seconds, by indexes that hold only what is still to be done.
CREATE INDEX "request_deadline_reminder" ON "request" ("deadline_reminder_at") WHERE "deadline_reminder_at" IS NOT NULL;
CREATE INDEX "response_window_open" ON "response_window" ("ends_at") WHERE "closed_at" IS NULL;
CREATE INDEX "response_window_to_remind" ON "response_window" ("remind_at")
  WHERE "closed_at" IS NULL AND "reminded_at" IS NULL;
CREATE INDEX "hold_open" ON "hold" ("until") WHERE "released_at" IS NULL;
CREATE INDEX "authority_open" ON "authority" ("opened_at") WHERE "result" IS NULL;
CREATE INDEX "request_to_erase" ON "request" ("closed_at") WHERE "state" = 'closed' AND "content_erased_at" IS NULL;
CREATE INDEX "request_unconfirmed_to_erase" ON "request" ("closed_at")
  WHERE "state" = 'closed' AND "content_erased_at" IS NULL AND "confirmed_at" IS NULL;
CREATE INDEX "file_kept" ON "file" ("purpose", "added_at") WHERE "removed_at" IS NULL;
CREATE INDEX "off_channel_worded" ON "off_channel" ("at") WHERE "note" IS NOT NULL OR "ticket" IS NOT NULL;
CREATE INDEX "outbox_of_nobody" ON "outbox" ("settled_at") WHERE "request_id" IS NULL AND "settled_at" IS NOT NULL;

-- Requests that are open already get their first reminder, too.
UPDATE "request" SET "deadline_reminder_at" = "received_at" + ("due_on" - "received_at") / 2
  WHERE "state" IN ('checking', 'verifying', 'processing');

-- Once its content was taken out, a request names nobody.
ALTER TABLE "request" ADD CONSTRAINT "request_erased_names_nobody" CHECK ("content_erased_at" IS NULL OR (
  "state" = 'closed' AND "email" = '' AND "email_key" = '' AND "requester_email" = '' AND "username" IS NULL
  AND "username_key" IS NULL AND "name" IS NULL AND "country" IS NULL AND "region" IS NULL AND "details" IS NULL
  AND "account_id" IS NULL AND "time_zone" IS NULL AND "forum_profile" IS NULL AND "forum_username" IS NULL));
