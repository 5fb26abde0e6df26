-- AlterTable
ALTER TABLE "Call" ADD COLUMN "languageChoice" JSONB;
