-- Until now an entry counted as solved from the moment it was logged: nobody is named as having done it.
UPDATE "off_channel" SET "finished_at" = "at" WHERE "solved";

-- Forum deletions that are open already need their comment, too.
UPDATE "task_step" SET "asks" = 'text' FROM "task"
  WHERE "task"."id" = "task_step"."task_id" AND "task"."key" = 'forum-deletion' AND "task"."state" = 'open'
  AND "task_step"."key" = 'comment' AND "task_step"."done_at" IS NULL;

CREATE INDEX "off_channel_finished_worded" ON "off_channel" ("finished_at") WHERE "finish_note" IS NOT NULL;

-- Once its content was taken out, a request names nobody.
ALTER TABLE "request" ADD CONSTRAINT "request_erased_says_nothing" CHECK ("content_erased_at" IS NULL OR (
  "what_is_wrong" IS NULL AND "what_is_right" IS NULL));
