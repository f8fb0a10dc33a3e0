-- AlterTable
ALTER TABLE "Figure" ADD COLUMN     "before" JSONB;