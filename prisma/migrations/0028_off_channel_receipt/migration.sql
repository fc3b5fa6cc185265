-- AlterTable
ALTER TABLE "off_channel" ADD COLUMN     "country" TEXT,
ADD COLUMN     "due_rule" TEXT,
ADD COLUMN     "law_basis" TEXT,
ADD COLUMN     "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "region" TEXT;

-- CreateIndex
CREATE INDEX "off_channel_received_at_idx" ON "off_channel"("received_at");

-- Until now the day of logging was taken for that of receipt.
UPDATE "off_channel" SET "received_at" = "at";
