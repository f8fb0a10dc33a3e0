-- AlterTable
ALTER TABLE "SignInRequest" ADD COLUMN     "personId" UUID,
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'sign-in';

-- AlterTable
ALTER TABLE "Signature" ADD COLUMN     "appointmentId" UUID,
ADD COLUMN     "contentHash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "coverFrom" DATE,
ADD COLUMN     "coverUntil" DATE,
ADD COLUMN     "coversId" UUID,
ADD COLUMN     "coversName" TEXT,
ADD COLUMN     "provedAt" TIMESTAMP(3),
ADD COLUMN     "provedBy" TEXT;

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "number" BIGINT,
    "copy" TEXT,
    "previousHash" TEXT,
    "hash" TEXT,
    "sealedAt" TIMESTAMP(3),

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_number_key" ON "LedgerEntry"("number");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_kind_rowId_key" ON "LedgerEntry"("kind", "rowId");