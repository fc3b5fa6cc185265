-- Appeals that are open already are brought to mind, too.
UPDATE "request" SET "deadline_reminder_at" = "appeal_due_on" - interval '5 days'
  WHERE "state" = 'closed' AND "appeal_due_on" IS NOT NULL;
