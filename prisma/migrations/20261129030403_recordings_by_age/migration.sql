-- By which recordings are found that have been kept for their time.
CREATE INDEX "Recording_startedAt_idx" ON "Recording"("startedAt");
