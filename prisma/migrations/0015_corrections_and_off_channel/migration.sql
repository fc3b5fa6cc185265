-- AlterTable
ALTER TABLE "suppression" ADD COLUMN     "asks" TEXT NOT NULL DEFAULT 'erasure';

-- AlterTable
ALTER TABLE "off_channel" ADD COLUMN     "destination" TEXT,
ADD COLUMN     "due_on" TIMESTAMPTZ(3),
ADD COLUMN     "finish_note" TEXT,
ADD COLUMN     "finished_at" TIMESTAMPTZ(3),
ADD COLUMN     "finished_by_id" TEXT,
ALTER COLUMN "solved" SET DEFAULT false;

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "keep_opt_out" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opted_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "what_is_right" TEXT,
ADD COLUMN     "what_is_wrong" TEXT;

-- AlterTable
ALTER TABLE "task_step" ADD COLUMN     "asks" TEXT,
ADD COLUMN     "given" TEXT;

-- CreateIndex
CREATE INDEX "off_channel_finished_at_due_on_idx" ON "off_channel"("finished_at", "due_on");

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
