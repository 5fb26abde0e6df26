-- The media streams of the audio check that runs now: the carrier may bring them to an instance
-- that does not run it.
CREATE TABLE "AudioCheckStream" (
    "key" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "unsureMs" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "measuredUntilMs" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "levels" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "AudioCheckStream_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "AudioCheckStream_runId_idx" ON "AudioCheckStream"("runId");
