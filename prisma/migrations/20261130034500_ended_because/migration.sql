-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "endedBecause" TEXT;
