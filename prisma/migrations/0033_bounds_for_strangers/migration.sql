-- AlterTable
ALTER TABLE "intake_draft" ADD COLUMN     "network" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "usage_received" (
    "day" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "times" BIGINT NOT NULL,

    CONSTRAINT "usage_received_pkey" PRIMARY KEY ("day","outcome")
);

-- What was counted row by row until now.
insert into usage_received (day, outcome, times)
select (collected_at at time zone 'UTC')::date, reason, sum(times) from usage_rejected group by 1, 2;
