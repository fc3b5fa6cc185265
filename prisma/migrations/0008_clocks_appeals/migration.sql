-- AlterTable
ALTER TABLE "request" ADD COLUMN     "appeal_due_on" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "appeal" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" TEXT,
    "granted" BOOLEAN,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appeal_request_id_idx" ON "appeal"("request_id");

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The views “Due soon” and “Overdue” find closed requests with an open appeal by its own due date (lib/store/queue.ts).
CREATE INDEX "request_appeal_due" ON "request" ("appeal_due_on", "id")
  WHERE "state" = 'closed' AND "appeal_due_on" IS NOT NULL;

alter table appeal add constraint appeal_kind_known check (kind in ('appeal', 'complaint'));
alter table appeal add constraint appeal_answered_whole
  check ((answered_at is null) = (granted is null) and (answered_at is null) = (answer is null));
create unique index appeal_one_open on appeal (request_id) where answered_at is null;
