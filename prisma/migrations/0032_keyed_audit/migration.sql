-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "key_id" TEXT,
ADD COLUMN     "mac" TEXT;

-- AlterTable
ALTER TABLE "audit_head" ADD COLUMN     "mac" TEXT;

-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "number" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "through" BIGINT NOT NULL,
    "rows" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "keyed_after" BIGINT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("number")
);

-- Checkpoints are remembered as the log itself is kept: nobody changes or removes one.
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
  for each row execute function refuse_audit_change();
create trigger audit_checkpoint_never_emptied before truncate on audit_checkpoint
  for each statement execute function refuse_audit_change();
alter table audit_checkpoint add constraint audit_checkpoint_numbered check (number > 0);
-- A moment that no page can show, such as infinity, would hide the log from everybody who looks at it.
alter table audit_entry add constraint audit_entry_dated
  check (at >= '1970-01-01T00:00:00Z' and at < '10000-01-01T00:00:00Z');
alter table audit_checkpoint add constraint audit_checkpoint_dated
  check (at >= '1970-01-01T00:00:00Z' and at < '10000-01-01T00:00:00Z');
