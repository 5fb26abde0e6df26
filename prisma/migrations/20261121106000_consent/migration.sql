-- AlterTable
ALTER TABLE "Call"
    ADD COLUMN "repPlace" JSONB,
    ADD COLUMN "customerPlace" JSONB,
    ADD COLUMN "announcements" JSONB,
    ADD COLUMN "opensWithDisclosure" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "language" TEXT;

-- AlterTable
ALTER TABLE "Intervention" ADD COLUMN "consent" JSONB;
