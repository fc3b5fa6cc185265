-- AlterTable
ALTER TABLE "off_channel" ADD COLUMN     "untold" BOOLEAN NOT NULL DEFAULT false;

-- Few at any time: those that came within the last hour, and more than Privacy was mailed of one by one.
create index off_channel_untold on off_channel (id) where untold;
