-- CreateTable
CREATE TABLE "access_entry" (
    "scope" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "actor_role" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_entry_pkey" PRIMARY KEY ("scope","actor_id","part","day")
);

-- Who read what is kept like what was done: it only grows.
create trigger access_entry_append_only before update or delete on access_entry
  for each row execute function refuse_audit_change();
create trigger access_entry_never_emptied before truncate on access_entry
  for each statement execute function refuse_audit_change();
