-- AlterTable
ALTER TABLE "verification" ADD COLUMN     "cannot_know_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "authority" ADD COLUMN     "confirmation_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "acting_as" TEXT NOT NULL DEFAULT 'self',
ADD COLUMN     "given_subject_type" TEXT,
ADD COLUMN     "given_type" TEXT;

alter table request add constraint request_acting_known
  check (acting_as in ('self', 'authorized-agent', 'parent', 'legal-representative'));
alter table request add constraint request_given_subject_known
  check (given_subject_type is null or given_subject_type in ('individual', 'enterprise', 'portal', 'agent', 'successor'));

-- What was chosen on the form is in the audit row of the submission; the subject type is known where the type stayed.
update request set given_type = coalesce(
  (select entry.facts ->> 'type' from audit_entry entry
    where entry.scope = request.id and entry.command = 'submit' limit 1),
  type);
update request set given_subject_type = subject_type where given_type = type;

alter table authority add constraint authority_confirmed_when_asked
  check (confirmed_at is null or confirmation_asked_at is not null);

alter table response_window drop constraint response_window_reason_known;
alter table response_window add constraint response_window_reason_known
  check (reason in ('confirmation', 'verification', 'owner-consent', 'owner-decision', 'documents', 'self-serve',
                    'subject-confirmation'));
