-- Which account of the carrier an audio check was made at.
ALTER TABLE "AudioCheckRun" ADD COLUMN "accountId" TEXT;
