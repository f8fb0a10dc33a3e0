-- DropForeignKey
ALTER TABLE "Group" DROP CONSTRAINT "Group_leadAuthorityId_fkey";

-- DropIndex
DROP INDEX "DocumentTemplate_regionId_kind_version_key";

-- DropIndex
DROP INDEX "Group_regionId_name_key";

-- DropIndex
DROP INDEX "one_signature_for_a_post";

-- AlterTable
ALTER TABLE "Cycle" ADD COLUMN     "previousId" UUID;

-- AlterTable
ALTER TABLE "CycleAuthority" ADD COLUMN     "joinedAt" TIMESTAMP(3),
ADD COLUMN     "predecessorId" UUID,
ADD COLUMN     "withdrawnAt" TIMESTAMP(3),
ADD COLUMN     "withdrawnWhy" TEXT;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "groupId" UUID,
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "peerId" UUID;

-- AlterTable
ALTER TABLE "DocumentTemplate" ADD COLUMN     "key" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "cycleId" UUID,
ADD COLUMN     "endedAt" TIMESTAMP(3),
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'standing',
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "leadAuthorityId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ProcessTemplate" ADD COLUMN     "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "changedBy" UUID,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'shipped',
ADD COLUMN     "publishedAt" TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "publishedBy" UUID,
ADD COLUMN     "saves" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawnAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Signature" ADD COLUMN     "party" TEXT;

-- CreateTable
CREATE TABLE "CycleTemplateMove" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "movedAt" TIMESTAMP(3) NOT NULL,
    "movedBy" UUID NOT NULL,

    CONSTRAINT "CycleTemplateMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CyclePeer" (
    "id" UUID NOT NULL,
    "cycleAuthorityId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "authorityId" UUID NOT NULL,
    "offices" TEXT[],
    "postId" UUID,
    "assignedAt" TIMESTAMP(3) NOT NULL,
    "assignedBy" UUID NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endedWhy" TEXT,

    CONSTRAINT "CyclePeer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disruption" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "authorityId" UUID NOT NULL,
    "otherId" UUID,
    "reason" TEXT NOT NULL,
    "effect" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "Disruption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorityConflict" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "authorityId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "untilOn" DATE,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "recordedBy" UUID NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "AuthorityConflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionalDay" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "authorityId" UUID,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "enteredBy" UUID NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "RegionalDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastReadAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CycleTemplateMove_cycleId_idx" ON "CycleTemplateMove"("cycleId");

-- CreateIndex
CREATE INDEX "CyclePeer_cycleAuthorityId_idx" ON "CyclePeer"("cycleAuthorityId");

-- CreateIndex
CREATE INDEX "CyclePeer_authorityId_idx" ON "CyclePeer"("authorityId");

-- CreateIndex
CREATE INDEX "Disruption_cycleId_idx" ON "Disruption"("cycleId");

-- CreateIndex
CREATE INDEX "AuthorityConflict_regionId_idx" ON "AuthorityConflict"("regionId");

-- CreateIndex
CREATE INDEX "RegionalDay_regionId_fromOn_idx" ON "RegionalDay"("regionId", "fromOn");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_personId_idx" ON "CalendarFeed"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentTemplate_regionId_kind_key_version_key" ON "DocumentTemplate"("regionId", "kind", "key", "version");

-- CreateIndex
CREATE INDEX "Group_regionId_idx" ON "Group"("regionId");

-- CreateIndex
CREATE INDEX "Group_cycleId_idx" ON "Group"("cycleId");

-- CreateIndex
CREATE INDEX "Signature_versionId_idx" ON "Signature"("versionId");

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_leadAuthorityId_fkey" FOREIGN KEY ("leadAuthorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleTemplateMove" ADD CONSTRAINT "CycleTemplateMove_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleTemplateMove" ADD CONSTRAINT "CycleTemplateMove_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "ProcessTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleTemplateMove" ADD CONSTRAINT "CycleTemplateMove_toId_fkey" FOREIGN KEY ("toId") REFERENCES "ProcessTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Cycle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleAuthority" ADD CONSTRAINT "CycleAuthority_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CyclePeer" ADD CONSTRAINT "CyclePeer_cycleAuthorityId_fkey" FOREIGN KEY ("cycleAuthorityId") REFERENCES "CycleAuthority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CyclePeer" ADD CONSTRAINT "CyclePeer_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CyclePeer" ADD CONSTRAINT "CyclePeer_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disruption" ADD CONSTRAINT "Disruption_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityConflict" ADD CONSTRAINT "AuthorityConflict_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityConflict" ADD CONSTRAINT "AuthorityConflict_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityConflict" ADD CONSTRAINT "AuthorityConflict_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionalDay" ADD CONSTRAINT "RegionalDay_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionalDay" ADD CONSTRAINT "RegionalDay_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;