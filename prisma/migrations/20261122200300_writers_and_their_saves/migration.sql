-- AlterTable
ALTER TABLE "SectionRevision" ADD COLUMN     "saveId" UUID;

-- CreateTable
CREATE TABLE "WritingPresence" (
    "place" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "wroteAt" TIMESTAMP(3),

    CONSTRAINT "WritingPresence_pkey" PRIMARY KEY ("place","personId")
);

-- CreateIndex
CREATE INDEX "WritingPresence_seenAt_idx" ON "WritingPresence"("seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "SectionRevision_sectionId_saveId_conflict_key" ON "SectionRevision"("sectionId", "saveId", "conflict");
