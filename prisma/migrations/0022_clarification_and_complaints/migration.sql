-- AlterTable
ALTER TABLE "appeal" ADD COLUMN     "notified_day" TEXT;

-- AlterTable
ALTER TABLE "off_channel" ADD COLUMN     "about" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "progress_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply" TEXT,
ADD COLUMN     "words" TEXT;

-- AlterTable
ALTER TABLE "pause" ADD COLUMN     "unanswered" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "off_channel_progress_at_idx" ON "off_channel"("progress_at");

alter table response_window drop constraint response_window_reason_known;
alter table response_window add constraint response_window_reason_known
  check (reason in ('confirmation', 'verification', 'owner-consent', 'owner-decision', 'documents', 'self-serve',
                    'subject-confirmation', 'clarification'));

alter table pause add constraint pause_unanswered_when_over check (not unanswered or to_at is not null);

-- Who wrote it and what is erased together with the rest of its words.
CREATE INDEX "off_channel_written" ON "off_channel" ("finished_at")
  WHERE "email" IS NOT NULL OR "words" IS NOT NULL OR "reply" IS NOT NULL;
