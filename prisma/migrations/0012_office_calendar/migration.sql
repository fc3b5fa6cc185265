-- AlterTable
ALTER TABLE "request" ADD COLUMN     "calendar" JSONB,
ADD COLUMN     "long_extension_by_id" TEXT,
ADD COLUMN     "long_extension_until" TEXT;
