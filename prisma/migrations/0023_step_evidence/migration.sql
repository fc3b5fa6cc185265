-- AlterTable
ALTER TABLE "task_step" ADD COLUMN     "evidence" JSONB NOT NULL DEFAULT '[]';
