-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "claimedAt" TIMESTAMPTZ(3);
