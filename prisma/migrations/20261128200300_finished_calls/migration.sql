-- Ended calls of an org, newest first, page by page.
CREATE INDEX "Call_finished_idx" ON "Call"("orgId", "endedAt" DESC, "callId" DESC)
  WHERE "status" = 'ended';
