-- Debriefs of calls that their supervisors did not join: one for each call. How far they are is in
-- "Debrief", and when they are due in "DebriefDue", as for those of interventions.
CREATE TABLE "PlannedDebrief" (
    "debriefId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "supervisorUserId" TEXT NOT NULL,
    "supervisorName" TEXT NOT NULL,
    "repUserId" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "reasonCode" TEXT,
    "note" TEXT,
    "dueOn" TEXT NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlannedDebrief_pkey" PRIMARY KEY ("debriefId")
);

CREATE UNIQUE INDEX "PlannedDebrief_callId_key" ON "PlannedDebrief"("callId");
CREATE INDEX "PlannedDebrief_orgId_repUserId_idx" ON "PlannedDebrief"("orgId", "repUserId");
CREATE INDEX "PlannedDebrief_orgId_supervisorUserId_idx"
  ON "PlannedDebrief"("orgId", "supervisorUserId");
-- Calls on which a rep flagged a moment, by their end.
CREATE INDEX "Call_flagged_idx" ON "Call"("orgId", "endedAt", "callId")
  WHERE "moments" IS NOT NULL AND "status" = 'ended';
