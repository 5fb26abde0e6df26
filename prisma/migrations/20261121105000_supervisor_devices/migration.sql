-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "device" TEXT NOT NULL DEFAULT 'softphone';
