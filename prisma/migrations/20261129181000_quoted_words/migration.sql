-- Alerts that still quote what was said: few, however many there were.
CREATE INDEX "CallAlert_quoted_idx" ON "CallAlert"("orgId", "raisedAt") WHERE "words" <> '{}';
