-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "outcomeTag" TEXT;
