-- AlterTable
ALTER TABLE "escalation" ADD COLUMN     "issue" TEXT,
ADD COLUMN     "read_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "escalation_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "law_basis" TEXT NOT NULL DEFAULT 'default',
ADD COLUMN     "place_confirmed_at" TIMESTAMPTZ(3);

-- Requests from before keep the law that they were counted with; whether it is the person's own follows from it and the place.
update request set law_basis = case
  when split_part(due_rule, '@', 1) ~ '^(us_|ca_qc$)'
    then case when region is not null or content_erased_at is not null then 'region' else 'default' end
  when split_part(due_rule, '@', 1) = 'gdpr'
    then case when content_erased_at is not null or country in (
        'AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT', 'LU', 'MT', 'NL',
        'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE', 'IS', 'LI', 'NO')
      then 'country' else 'default' end
  when country is not null or content_erased_at is not null then 'country'
  else 'default' end;

-- What Privacy answered before is not news to anybody.
update escalation set read_at = answered_at where state <> 'open';
