-- AlterTable
ALTER TABLE "EvidenceFile" ADD COLUMN     "cleanedAt" TIMESTAMP(3),
ADD COLUMN     "cleanedBy" UUID,
ADD COLUMN     "givenSha256" TEXT,
ADD COLUMN     "reading" JSONB;

-- CreateTable
CREATE TABLE "ChildDataConfirmation" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "confirmedAt" TIMESTAMP(3) NOT NULL,
    "confirmedBy" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "ChildDataConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdviceRules" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "changedBy" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "AdviceRules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ChildDataConfirmation_documentId_hash_key" ON "ChildDataConfirmation"("documentId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "AdviceRules_regionId_version_key" ON "AdviceRules"("regionId", "version");

-- AddForeignKey
ALTER TABLE "ChildDataConfirmation" ADD CONSTRAINT "ChildDataConfirmation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdviceRules" ADD CONSTRAINT "AdviceRules_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
