-- Until now the day of logging was taken for that of receipt.
UPDATE "off_channel" SET "received_at" = "at";
