-- AlterTable
ALTER TABLE "off_channel" ADD COLUMN     "answer_words" TEXT,
ADD COLUMN     "answering" TEXT,
ADD COLUMN     "system_key" TEXT,
ADD COLUMN     "ticket_id" TEXT;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "searches" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "task_step" ADD COLUMN     "problem" TEXT,
ADD COLUMN     "run" JSONB;

-- CreateTable
CREATE TABLE "connected_system" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "settings" JSONB NOT NULL,
    "secrets" BYTEA,
    "health" TEXT NOT NULL DEFAULT 'ok',
    "health_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "health_words" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "paused_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connected_system_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "system_effect" (
    "id" TEXT NOT NULL,
    "request_id" TEXT,
    "task_id" TEXT,
    "scope" TEXT NOT NULL,
    "system_key" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'begun',
    "before" TEXT,
    "result" TEXT,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "system_effect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "events" TEXT[],
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "system_effect_task_id_idx" ON "system_effect"("task_id");

-- CreateIndex
CREATE INDEX "system_effect_request_id_idx" ON "system_effect"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "system_effect_scope_system_key_what_target_key" ON "system_effect"("scope", "system_key", "what", "target");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_next_at_idx" ON "webhook_delivery"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "off_channel_system_key_ticket_id_key" ON "off_channel"("system_key", "ticket_id");

-- AddForeignKey
ALTER TABLE "system_effect" ADD CONSTRAINT "system_effect_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "system_effect" ADD CONSTRAINT "system_effect_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
