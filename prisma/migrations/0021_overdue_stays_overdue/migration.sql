-- AlterTable
ALTER TABLE "request" ADD COLUMN     "overdue_since" TIMESTAMPTZ(3);
