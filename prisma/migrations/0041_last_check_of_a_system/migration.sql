-- AlterTable
ALTER TABLE "connected_system" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "checks" JSONB;
