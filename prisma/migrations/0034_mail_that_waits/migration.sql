-- AlterTable
ALTER TABLE "message" ADD COLUMN     "carried_by_id" TEXT,
ADD COLUMN     "waits_for" TEXT;

-- CreateIndex
CREATE INDEX "message_waits_for_at_idx" ON "message"("waits_for", "at");

-- CreateIndex
CREATE INDEX "message_carried_by_id_idx" ON "message"("carried_by_id");

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "seq" BIGSERIAL NOT NULL;

-- What waits already keeps its order; the sequence continues behind.
update outbox set seq = place.seq
from (select id, row_number() over (order by created_at, id) as seq from outbox) place
where place.id = outbox.id;

-- Messages to people that aren't settled: few, while a team's address has thousands of mails.
create index outbox_unsettled on outbox (recipient, seq)
where message_id is not null and state in ('queued', 'claimed', 'transmitting');
