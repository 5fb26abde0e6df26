-- When a rule can act on a call next because time passes. Open calls are due once, and then as
-- their state says.
ALTER TABLE "Call" ADD COLUMN "dueAt" TIMESTAMPTZ(3);
UPDATE "Call" SET "dueAt" = now() WHERE "status" <> 'ended';

-- What is asked in each round does not depend on how many calls and interventions have ended.
CREATE INDEX "Call_due_idx" ON "Call"("dueAt")
  WHERE "status" <> 'ended' AND "dueAt" IS NOT NULL;
CREATE INDEX "Call_open_idx" ON "Call"("callId") WHERE "status" <> 'ended';
CREATE INDEX "Intervention_running_idx" ON "Intervention"("supervisorUserId", "callId")
  WHERE "status" <> 'ended';

-- A heartbeat changes "leaseUntil" alone: without an index on it, the row is updated in place.
DROP INDEX "Intervention_leaseUntil_idx";
