-- Appeals that are answered already have their decision; an answer in part was not known before.
UPDATE "appeal" SET "decision" = CASE WHEN "granted" THEN 'granted' ELSE 'not-granted' END WHERE "granted" IS NOT NULL;

-- Requests that are closed already get the record of their answer, as far as it can still be read off them.
UPDATE "request" SET
  "responded_at" = "closed_at",
  "response" = CASE
    WHEN "outcome" = 'fulfilled' THEN 'whole'
    WHEN "outcome" = 'already-deleted' THEN CASE
      WHEN EXISTS (SELECT FROM "task" WHERE "task"."request_id" = "request"."id" AND "task"."state" = 'cancelled'
        AND "task"."resolved_at" = "request"."closed_at") THEN 'part'
      ELSE 'whole' END
    ELSE 'denied' END
  WHERE "state" = 'closed' AND "confirmed_at" IS NOT NULL
    AND "outcome" NOT IN ('duplicate', 'withdrawn', 'unconfirmed');
UPDATE "request" SET "ground" = 'other' WHERE "state" = 'closed' AND "outcome" = 'refused';
UPDATE "request" SET "us_state" = "region" WHERE "country" = 'US';

ALTER TABLE "request" ADD CONSTRAINT "request_ground_of_refusal" CHECK ("ground" IS NULL OR "outcome" = 'refused');
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_fits" CHECK (("decision" IS NULL) = ("granted" IS NULL)
  AND ("decision" IS NULL OR "granted" = ("decision" <> 'not-granted')));
