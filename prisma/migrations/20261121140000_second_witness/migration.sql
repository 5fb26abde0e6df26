-- What the carrier said about the legs in our conferences, as it said it. Ended participants vanish at the carrier; here they stay.
CREATE TABLE "CarrierReport" (
    "reportId" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "conferenceSid" TEXT NOT NULL,
    "callSid" TEXT,
    "label" TEXT,
    "event" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "form" JSONB NOT NULL,

    CONSTRAINT "CarrierReport_pkey" PRIMARY KEY ("reportId")
);
CREATE UNIQUE INDEX "CarrierReport_key_key" ON "CarrierReport"("key");
CREATE INDEX "CarrierReport_callId_idx" ON "CarrierReport"("callId");
CREATE INDEX "CarrierReport_orgId_reportId_idx" ON "CarrierReport"("orgId", "reportId");

CREATE TRIGGER "reportsAreAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CarrierReport"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditChange"();
ALTER TABLE "CarrierReport" ENABLE ALWAYS TRIGGER "reportsAreAppendOnly";

-- How far each org's audit and reports were compared. What is older than `since` has no reports to be compared with.
CREATE TABLE "WitnessCursor" (
    "orgId" TEXT NOT NULL,
    "since" BIGINT NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,
    "reportId" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "WitnessCursor_pkey" PRIMARY KEY ("orgId")
);
INSERT INTO "WitnessCursor" ("orgId", "since", "position") SELECT "orgId", max("position"), max("position") FROM "AuditEntry" GROUP BY "orgId";

-- Where audit and carrier disagree, or the chain is broken.
CREATE TABLE "Incident" (
    "incidentId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "callId" TEXT,
    "interventionId" TEXT,
    "callSid" TEXT,
    "position" BIGINT,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" TEXT,
    "resolutionNote" TEXT,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("incidentId")
);
CREATE INDEX "Incident_orgId_raisedAt_idx" ON "Incident"("orgId", "raisedAt");
CREATE INDEX "Incident_callId_idx" ON "Incident"("callId");
