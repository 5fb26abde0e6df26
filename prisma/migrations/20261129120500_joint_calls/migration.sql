-- Calls with a customer that a rep and a supervisor have planned to have together.
CREATE TABLE "JointCall" (
  "jointCallId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "repUserId" TEXT NOT NULL,
  "supervisorUserId" TEXT NOT NULL,
  "plannedByUserId" TEXT NOT NULL,
  "opportunityId" TEXT,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "status" TEXT NOT NULL,
  "isReminded" BOOLEAN NOT NULL DEFAULT false,
  "callId" TEXT,
  CONSTRAINT "JointCall_pkey" PRIMARY KEY ("jointCallId")
);
CREATE INDEX "JointCall_orgId_repUserId_startsAt_idx" ON "JointCall"("orgId", "repUserId", "startsAt");
CREATE INDEX "JointCall_orgId_supervisorUserId_startsAt_idx" ON "JointCall"("orgId", "supervisorUserId", "startsAt");
CREATE INDEX "JointCall_startsAt_idx" ON "JointCall"("startsAt");
-- What is still to come: few, however many there were.
CREATE INDEX "JointCall_planned_idx" ON "JointCall"("startsAt") WHERE "status" = 'planned';
