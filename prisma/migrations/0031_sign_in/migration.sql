-- DropIndex
DROP INDEX "staff_email_key";

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "connect_until" TIMESTAMPTZ(3),
ADD COLUMN     "disabled_by" TEXT,
ADD COLUMN     "oidc_issuer" TEXT,
ADD COLUMN     "oidc_subject" TEXT,
ADD COLUMN     "own_mail" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "address" TEXT,
ADD COLUMN     "browser" TEXT,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "oidc_sid" TEXT,
ADD COLUMN     "unprefixed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "authenticator" (
    "staff_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "credential" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "staff_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("staff_id","code_hash")
);

-- CreateTable
CREATE TABLE "sign_in_step" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "session_id" TEXT,
    "purpose" TEXT NOT NULL,
    "challenge" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_key" ON "passkey"("credential");

-- CreateIndex
CREATE INDEX "passkey_staff_id_idx" ON "passkey"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_step_token_hash_key" ON "sign_in_step"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_step_staff_id_idx" ON "sign_in_step"("staff_id");

-- CreateIndex
CREATE INDEX "sign_in_step_expires_at_idx" ON "sign_in_step"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_oidc_issuer_oidc_subject_key" ON "staff"("oidc_issuer", "oidc_subject");

-- CreateIndex
CREATE INDEX "staff_session_oidc_sid_idx" ON "staff_session"("oidc_sid");

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_step" ADD CONSTRAINT "sign_in_step_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_step" ADD CONSTRAINT "sign_in_step_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "staff_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An address names one person among those who sign in by password; two people at the provider may have had the same one.
create unique index staff_local_email on staff (email) where oidc_subject is null;
-- Sessions that are open now have the cookie without a prefix, and were begun with a password.
update staff_session set unprefixed = true, confirmed_at = created_at;
