-- AlterTable
ALTER TABLE "account" ADD COLUMN     "region" TEXT;
