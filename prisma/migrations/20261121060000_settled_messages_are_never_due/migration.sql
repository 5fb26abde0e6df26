-- AlterTable
ALTER TABLE "OutboxMessage" ALTER COLUMN "availableAt" DROP NOT NULL;

-- What is done or set aside is never due: looking for due messages must not pass all that ever were.
UPDATE "OutboxMessage" SET "availableAt" = NULL WHERE "doneAt" IS NOT NULL OR "setAsideAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "OutboxMessage_setAsideAt_idx" ON "OutboxMessage"("setAsideAt");
