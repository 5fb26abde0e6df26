-- AlterTable
ALTER TABLE "Call" ADD COLUMN "help" JSONB,
ADD COLUMN "textWhispers" JSONB;
