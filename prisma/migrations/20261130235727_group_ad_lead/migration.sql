-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "adLeadAuthorityId" UUID;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_adLeadAuthorityId_fkey" FOREIGN KEY ("adLeadAuthorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;