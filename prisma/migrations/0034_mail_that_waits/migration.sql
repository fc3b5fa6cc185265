-- AlterTable
ALTER TABLE "message" ADD COLUMN     "carried_by_id" TEXT,
ADD COLUMN     "waits_for" TEXT;

-- CreateIndex
CREATE INDEX "message_waits_for_at_idx" ON "message"("waits_for", "at");

-- CreateIndex
CREATE INDEX "message_carried_by_id_idx" ON "message"("carried_by_id");
