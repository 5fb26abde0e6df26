-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Call" (
    "callId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "conferenceSid" TEXT,
    "repUserId" TEXT NOT NULL,
    "repName" TEXT NOT NULL,
    "repManagerIds" TEXT[],
    "customerName" TEXT NOT NULL,
    "customerPhone" TEXT,
    "contactId" TEXT,
    "accountId" TEXT,
    "accountName" TEXT,
    "opportunityId" TEXT,
    "opportunityName" TEXT,
    "stage" TEXT,
    "amount" DOUBLE PRECISION,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("callId")
);

-- CreateTable
CREATE TABLE "Participant" (
    "callId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "interventionId" TEXT,
    "callSid" TEXT,
    "status" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "onHold" BOOLEAN NOT NULL,
    "joinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("callId","position")
);

-- CreateTable
CREATE TABLE "Intervention" (
    "interventionId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "supervisorUserId" TEXT NOT NULL,
    "supervisorName" TEXT NOT NULL,
    "supervisorRole" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "joinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "mode" TEXT,
    "modeSince" TIMESTAMPTZ(3),
    "modeHistory" JSONB NOT NULL,
    "pending" JSONB,
    "problem" JSONB,
    "leaving" BOOLEAN NOT NULL,
    "whisperSkipped" BOOLEAN NOT NULL,
    "repAfterTakeover" TEXT,
    "reasonCode" TEXT,
    "reasonNote" TEXT,
    "outcomeStatus" TEXT,
    "outcomeCode" TEXT,
    "outcomeNote" TEXT,
    "outcomeAt" TIMESTAMPTZ(3),
    "coachingDueOn" TEXT,
    "coachingNote" TEXT,

    CONSTRAINT "Intervention_pkey" PRIMARY KEY ("interventionId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "noticeId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "interventionId" TEXT NOT NULL,
    "supervisorUserId" TEXT NOT NULL,
    "supervisorName" TEXT NOT NULL,
    "supervisorRole" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "reasonCode" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("noticeId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" BIGSERIAL NOT NULL,
    "auditId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "action" TEXT NOT NULL,
    "callId" TEXT,
    "interventionId" TEXT,
    "result" TEXT NOT NULL,
    "code" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "messageId" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "setAsideAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "CallbackReceipt" (
    "key" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallbackReceipt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Call_orgId_status_startedAt_idx" ON "Call"("orgId", "status", "startedAt");

-- CreateIndex
CREATE INDEX "Call_opportunityId_startedAt_idx" ON "Call"("opportunityId", "startedAt");

-- CreateIndex
CREATE INDEX "Call_repUserId_startedAt_idx" ON "Call"("repUserId", "startedAt");

-- CreateIndex
CREATE INDEX "Intervention_callId_idx" ON "Intervention"("callId");

-- CreateIndex
CREATE INDEX "Intervention_supervisorUserId_outcomeStatus_idx" ON "Intervention"("supervisorUserId", "outcomeStatus");

-- CreateIndex
CREATE INDEX "Notice_callId_idx" ON "Notice"("callId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_auditId_key" ON "AuditEntry"("auditId");

-- CreateIndex
CREATE INDEX "AuditEntry_orgId_at_idx" ON "AuditEntry"("orgId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_callId_idx" ON "AuditEntry"("callId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE INDEX "OutboxMessage_availableAt_messageId_idx" ON "OutboxMessage"("availableAt", "messageId");

-- CreateIndex
CREATE INDEX "CallbackReceipt_receivedAt_idx" ON "CallbackReceipt"("receivedAt");

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("callId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intervention" ADD CONSTRAINT "Intervention_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("callId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("callId") ON DELETE RESTRICT ON UPDATE CASCADE;


-- The audit only grows, whoever asks.
CREATE FUNCTION "refuseAuditChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are append-only';
END;
$$;

CREATE TRIGGER "auditIsAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();
