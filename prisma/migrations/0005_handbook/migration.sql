-- AlterTable
ALTER TABLE "request" ADD COLUMN     "acknowledge_by" TIMESTAMPTZ(3),
ADD COLUMN     "content_erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "deadline_reminder_at" TIMESTAMPTZ(3),
ADD COLUMN     "deadline_reminders" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "extended_at" TIMESTAMPTZ(3),
ADD COLUMN     "extension_reason" TEXT,
ADD COLUMN     "forum_profile" TEXT,
ADD COLUMN     "forum_username" TEXT,
ADD COLUMN     "help_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "notified_day" TEXT,
ADD COLUMN     "objected_at" TIMESTAMPTZ(3),
ADD COLUMN     "relationship" TEXT,
ADD COLUMN     "time_zone" TEXT;

-- CreateTable
CREATE TABLE "escalation" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "checked" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "download_code" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "download_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "off_channel" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ticket" TEXT,
    "asks_for" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "solved" BOOLEAN NOT NULL,
    "note" TEXT,
    "request_id" TEXT,
    "logged_by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "off_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),

    CONSTRAINT "pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "owner_permission" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "consent" TEXT,
    "consent_at" TIMESTAMPTZ(3),
    "contact_ticket" TEXT,
    "contacted_at" TIMESTAMPTZ(3),
    "granted" BOOLEAN,
    "decision_ticket" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,

    CONSTRAINT "owner_permission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "documents_asked_at" TIMESTAMPTZ(3),
    "documents_given_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "reminders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "proposed_by_id" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "escalation_request_id_idx" ON "escalation"("request_id");

-- CreateIndex
CREATE INDEX "escalation_state_asked_at_idx" ON "escalation"("state", "asked_at");

-- CreateIndex
CREATE INDEX "download_code_request_id_idx" ON "download_code"("request_id");

-- CreateIndex
CREATE INDEX "download_code_session_id_idx" ON "download_code"("session_id");

-- CreateIndex
CREATE INDEX "off_channel_at_id_idx" ON "off_channel"("at", "id");

-- CreateIndex
CREATE INDEX "off_channel_asks_for_at_idx" ON "off_channel"("asks_for", "at");

-- CreateIndex
CREATE INDEX "pause_request_id_idx" ON "pause"("request_id");

-- CreateIndex
CREATE INDEX "owner_permission_request_id_idx" ON "owner_permission"("request_id");

-- CreateIndex
CREATE INDEX "authority_request_id_idx" ON "authority"("request_id");

-- CreateIndex
CREATE INDEX "authority_result_opened_at_idx" ON "authority"("result", "opened_at");

-- CreateIndex
CREATE INDEX "proposal_subject_proposed_at_idx" ON "proposal"("subject", "proposed_at");

-- CreateIndex
CREATE INDEX "proposal_state_proposed_at_idx" ON "proposal"("state", "proposed_at");

-- CreateIndex
CREATE INDEX "request_escalated_at_id_idx" ON "request"("escalated_at", "id");

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pause" ADD CONSTRAINT "pause_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "owner_permission" ADD CONSTRAINT "owner_permission_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority" ADD CONSTRAINT "authority_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Guards that hold whatever the application does.

alter table request add constraint request_subject_type_known
  check (subject_type in ('individual', 'enterprise', 'portal', 'agent', 'successor'));
alter table request add constraint request_relationship_known
  check (relationship is null or relationship in ('authorized-agent', 'designated-account-successor'));
alter table request add constraint request_extension_reason_known
  check (extension_reason is null or extension_reason in
    ('complexity', 'number-of-requests', 'interference', 'consultation', 'format-conversion', 'other'));
alter table request add constraint request_extended_for_a_reason
  check ((extended_at is null) = (extension_reason is null));
alter table request add constraint request_notified_day_is_one
  check (notified_day is null or notified_day ~ '^\d{4}-\d{2}-\d{2}$');
alter table request add constraint request_handled_known
  check (handled is null or handled in ('own-deletion', 'already-deleted'));

alter table owner_permission add constraint owner_permission_consent_known
  check (consent is null or consent in ('yes', 'no'));
alter table owner_permission add constraint owner_permission_consent_dated check ((consent is null) = (consent_at is null));
-- Nobody's employer is told against their will.
alter table owner_permission add constraint owner_permission_contact_after_yes
  check (contacted_at is null or (consent = 'yes' and consent is not null and contact_ticket is not null));
alter table owner_permission add constraint owner_permission_decision_has_ticket
  check ((granted is null) = (decided_at is null) and (granted is null or decision_ticket is not null));

alter table authority add constraint authority_result_known check (result is null or result in ('valid', 'rejected'));
alter table authority add constraint authority_result_dated check ((result is null) = (decided_at is null));
-- Silence may reject; only a person says that somebody may act for the dead.
alter table authority add constraint authority_validated_by_somebody
  check (result is distinct from 'valid' or decided_by_id is not null);
alter table authority add constraint authority_reminders_counted check (reminders between 0 and 2);

alter table escalation add constraint escalation_state_known
  check (state in ('open', 'answered', 'returned', 'taken-over'));
alter table escalation add constraint escalation_end_dated check ((state = 'open') = (answered_at is null));
alter table escalation add constraint escalation_answer_has_words
  check (state not in ('answered', 'returned') or (answer is not null and btrim(answer) <> ''));
-- One open question to Privacy a request.
create unique index escalation_one_open on escalation (request_id) where state = 'open';

alter table pause add constraint pause_reason_known check (reason in ('identity', 'clarification'));
alter table pause add constraint pause_runs_forward check (to_at is null or to_at >= from_at);

alter table file add constraint file_purpose_known check (purpose in ('hand-over', 'proof', 'attachment'));
alter table file add constraint file_size_counted check (size >= 0);

alter table hold add constraint hold_reason_known
  check (reason in ('subscription', 'subscription-renewed', 'account-changed', 'authority', 'objection', 'other'));
alter table response_window add constraint response_window_reason_known
  check (reason in ('confirmation', 'verification', 'owner-consent', 'owner-decision', 'documents', 'self-serve'));
