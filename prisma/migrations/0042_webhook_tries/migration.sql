-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "failed_at" TIMESTAMPTZ(3),
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "paused_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "webhook_delivery" ADD COLUMN     "give_up_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (now() + interval '1 day');

-- CreateIndex
CREATE INDEX "webhook_delivery_state_last_at_idx" ON "webhook_delivery"("state", "last_at");
