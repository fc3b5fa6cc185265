-- AlterTable
ALTER TABLE "message" ADD COLUMN     "delivery_reason" TEXT;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "deferred_since" TIMESTAMPTZ(3);
