-- CreateTable
CREATE TABLE "law_version" (
    "law" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "clocks" JSONB,
    "note" TEXT NOT NULL,
    "made_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "law_version_pkey" PRIMARY KEY ("law","version")
);
