-- Which account of the carrier an audio check was made at.
ALTER TABLE "AudioCheckRun" ADD COLUMN "accountId" TEXT;

-- The hash of the key by which a supervisor keeps an intervention alive, falls silent and leaves.
ALTER TABLE "Intervention" ADD COLUMN "keyHash" TEXT;

-- What was delivered is removed after a time.
CREATE INDEX "OutboxMessage_doneAt_idx" ON "OutboxMessage"("doneAt");
