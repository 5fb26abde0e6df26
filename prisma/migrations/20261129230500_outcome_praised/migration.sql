-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "outcomePraised" BOOLEAN;
