-- A reason that came back across the reps of one manager, and what was decided about it.
CREATE TABLE "TrainingSignal" (
    "signalId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "managerUserId" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "decisionNote" TEXT,
    "decidedByUserId" TEXT,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TrainingSignal_pkey" PRIMARY KEY ("signalId")
);

CREATE INDEX "TrainingSignal_orgId_status_idx" ON "TrainingSignal"("orgId", "status");

CREATE TABLE "TrainingSignalCall" (
    "signalId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "repUserId" TEXT NOT NULL,

    CONSTRAINT "TrainingSignalCall_pkey" PRIMARY KEY ("signalId","callId"),
    CONSTRAINT "TrainingSignalCall_signalId_fkey" FOREIGN KEY ("signalId")
      REFERENCES "TrainingSignal"("signalId") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "TrainingSignalCall_callId_idx" ON "TrainingSignalCall"("callId");

-- Interventions of the last weeks are looked through for their reasons.
CREATE INDEX "Intervention_with_reason_idx" ON "Intervention" ("leftAt") WHERE "reasonCode" IS NOT NULL;

-- Debriefs that a supervisor is to rate, and those that were closed in a period.
CREATE INDEX "Debrief_orgId_supervisorUserId_idx" ON "Debrief"("orgId", "supervisorUserId");
CREATE INDEX "Debrief_closed_idx" ON "Debrief" ("orgId", ("progress" ->> 'closedAt'));
