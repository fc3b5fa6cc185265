-- AlterTable
ALTER TABLE "request" ADD COLUMN     "account_emails" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "accepted_by_id" TEXT,
ADD COLUMN     "accepted_words" TEXT;

-- CreateTable
CREATE TABLE "data_platform_line" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "email" TEXT,
    "request_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_platform_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_platform_line_version_idx" ON "data_platform_line"("version");

-- CreateIndex
CREATE INDEX "data_platform_line_request_id_idx" ON "data_platform_line"("request_id");

-- CreateIndex
CREATE INDEX "file_sha256_idx" ON "file"("sha256");

-- Requests that are open now get the addresses that the directory still knows.
update request set account_emails = known.emails
from (
  select account_id, array_agg(email order by is_primary desc, email_key) as emails
  from account_address group by account_id) known
where known.account_id = request.account_id and request.state <> 'closed';

alter table task add constraint task_accepted_exception
  check (accepted_at is null or (resolution = 'exception' and accepted_words is not null and btrim(accepted_words) <> ''));
