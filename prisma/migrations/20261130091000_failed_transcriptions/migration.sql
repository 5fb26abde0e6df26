-- A transcription that fails is started again, a few times, with growing pauses.
ALTER TABLE "TranscriptionLeg" ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "TranscriptionLeg" ADD COLUMN "failedAt" TIMESTAMPTZ(3);
