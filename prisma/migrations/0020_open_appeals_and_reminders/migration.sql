-- AlterTable
ALTER TABLE "off_channel" ADD COLUMN     "reminder_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "off_channel_reminder_at_idx" ON "off_channel"("reminder_at");

-- The views "Due soon" and "Overdue" find open requests with an open complaint by its own due date, too.
DROP INDEX "request_appeal_due";
CREATE INDEX "request_appeal_due" ON "request" ("appeal_due_on", "id") WHERE "appeal_due_on" IS NOT NULL;

-- A complaint on an open request is Privacy's turn, unless what the person wrote waits to be read.
UPDATE "request" SET "waiting_on" = 'privacy'
  WHERE "appeal_due_on" IS NOT NULL AND "state" IN ('checking', 'verifying', 'processing') AND "unread_at" IS NULL;

-- Entries that Privacy has yet to answer are brought to mind.
UPDATE "off_channel" SET "reminder_at" = "due_on" - interval '5 days'
  WHERE "finished_at" IS NULL AND "due_on" IS NOT NULL;
