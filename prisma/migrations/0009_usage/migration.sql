-- CreateTable
CREATE TABLE "usage_key" (
    "version" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "change_id" TEXT NOT NULL,

    CONSTRAINT "usage_key_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "usage_seen" (
    "id" UUID NOT NULL,
    "collected_on" DATE NOT NULL,

    CONSTRAINT "usage_seen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_change" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "announced_by_id" TEXT,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_announced" (
    "subject" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "change_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_announced_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "usage_subscriber" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_ping" (
    "id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "document" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "sent_to" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "usage_ping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_daily" (
    "day" DATE NOT NULL,
    "event" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "users" INTEGER,

    CONSTRAINT "usage_daily_pkey" PRIMARY KEY ("event","day")
);

-- CreateTable
CREATE TABLE "usage_window" (
    "ends_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "users" INTEGER,

    CONSTRAINT "usage_window_pkey" PRIMARY KEY ("event","days","ends_on")
);

-- CreateTable
CREATE TABLE "indicator_note" (
    "id" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "health" INTEGER NOT NULL,
    "reasons" TEXT NOT NULL,
    "lessons" TEXT NOT NULL,
    "written_by_id" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicator_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "usage_seen_collected_on_idx" ON "usage_seen"("collected_on");

-- CreateIndex
CREATE INDEX "usage_change_at_idx" ON "usage_change"("at");

-- CreateIndex
CREATE UNIQUE INDEX "usage_subscriber_email_key" ON "usage_subscriber"("email");

-- CreateIndex
CREATE UNIQUE INDEX "usage_subscriber_token_hash_key" ON "usage_subscriber"("token_hash");

-- CreateIndex
CREATE INDEX "usage_subscriber_asked_at_idx" ON "usage_subscriber"("asked_at");

-- CreateIndex
CREATE INDEX "usage_ping_recorded_at_idx" ON "usage_ping"("recorded_at");

-- CreateIndex
CREATE INDEX "usage_daily_day_idx" ON "usage_daily"("day");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_note_indicator_month_key" ON "indicator_note"("indicator", "month");

-- Events, first by how long they are kept, then by month: what is out of time leaves as a whole partition, at once.
create table usage_event (
  -- Keyed hash of the tracker's own event id.
  id uuid not null,
  kept_months smallint not null check (kept_months in (1, 3, 6, 12, 24, 36)),
  collected_at timestamptz(3) not null,
  event text not null,
  happened_at timestamptz(3),
  app text,
  platform text,
  user_pseudonym text,
  session_pseudonym text,
  device_pseudonym text,
  key_version integer not null,
  project_id text,
  namespace_id text,
  country text,
  region text,
  page text,
  referrer text,
  label text,
  property text,
  value double precision,
  -- Everything else that a definition lets through, by its name.
  fields jsonb not null default '{}',
  -- Of the announced definition that it was collected under.
  fingerprint text not null
) partition by list (kept_months);

create index usage_event_by_event on usage_event (event, collected_at);
create index usage_event_by_user on usage_event (user_pseudonym) where user_pseudonym is not null;

-- What couldn't be taken, pseudonymised all the same, with the reason; `times` where only a number is kept.
create table usage_rejected (
  id uuid not null,
  collected_at timestamptz(3) not null,
  reason text not null,
  event text,
  user_pseudonym text,
  times integer not null default 1,
  fields jsonb not null default '{}'
) partition by range (collected_at);

create index usage_rejected_by_time on usage_rejected (collected_at);
create index usage_rejected_by_user on usage_rejected (user_pseudonym) where user_pseudonym is not null;

do $$ declare months smallint; begin
  foreach months in array array[1, 3, 6, 12, 24, 36]::smallint[] loop
    execute format('create table usage_event_%sm partition of usage_event for values in (%s) partition by range (collected_at)', months, months);
  end loop;
end $$;

-- Makes the partitions of a month, where they are missing. The product's role can't make tables: this runs as the owner.
create function make_usage_partitions(month date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first date := date_trunc('month', month)::date;
  next date := (date_trunc('month', month) + interval '1 month')::date;
  months smallint;
begin
  perform pg_advisory_xact_lock(hashtextextended('usage partitions', 7));
  foreach months in array array[1, 3, 6, 12, 24, 36]::smallint[] loop
    execute format('create table if not exists usage_event_%sm_%s partition of usage_event_%sm for values from (%L) to (%L)',
      months, to_char(first, 'YYYY_MM'), months, first::timestamp at time zone 'UTC', next::timestamp at time zone 'UTC');
  end loop;
  execute format('create table if not exists usage_rejected_%s partition of usage_rejected for values from (%L) to (%L)',
    to_char(first, 'YYYY_MM'), first::timestamp at time zone 'UTC', next::timestamp at time zone 'UTC');
end $$;

-- Drops the partitions whose every event is older than its time; rejected ones are kept for one month.
create function drop_usage_partitions(now timestamptz) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  part record;
begin
  perform pg_advisory_xact_lock(hashtextextended('usage partitions', 7));
  for part in
    select child.relname as name, to_date(right(child.relname, 7), 'YYYY_MM') as month,
           coalesce((regexp_match(child.relname, '^usage_event_(\d+)m_'))[1]::integer, 1) as months
      from pg_class child
     where child.relnamespace = 'public'::regnamespace and child.relkind = 'r'
       and child.relname ~ '^usage_(event_\d+m|rejected)_\d{4}_\d{2}$'
  loop
    if (part.month + make_interval(months => part.months + 1))::timestamp at time zone 'UTC' <= now then
      execute format('drop table %I', part.name);
      return next part.name;
    end if;
  end loop;
end $$;

revoke execute on function make_usage_partitions(date), drop_usage_partitions(timestamptz) from public;

alter table usage_change add constraint usage_change_kind_known
  check (kind in ('definitions', 'retention', 'key', 'recipient', 'policy'));
alter table usage_ping add constraint usage_ping_state_known check (state in ('kept', 'queued', 'sent', 'failed'));
alter table usage_window add constraint usage_window_days_known check (days in (7, 28));
alter table indicator_note add constraint indicator_note_health_known check (health between 0 and 3);
