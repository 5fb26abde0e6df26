-- What is said on calls, by speaker, what it raises, and who looks after it.
ALTER TABLE "Call" ADD COLUMN "transcribes" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "TranscriptionLeg" (
  "connectionId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "callId" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "transcriptionId" TEXT,
  "claimedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "TranscriptionLeg_pkey" PRIMARY KEY ("connectionId")
);
CREATE INDEX "TranscriptionLeg_claimedAt_idx" ON "TranscriptionLeg"("claimedAt");

CREATE TABLE "TranscriptLine" (
  "callId" TEXT NOT NULL,
  "lineId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "transcriptionId" TEXT NOT NULL,
  "sequence" INTEGER NOT NULL,
  "speaker" TEXT NOT NULL,
  "userId" TEXT,
  "text" TEXT NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "endedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "TranscriptLine_pkey" PRIMARY KEY ("callId", "lineId")
);
CREATE INDEX "TranscriptLine_orgId_endedAt_idx" ON "TranscriptLine"("orgId", "endedAt");
CREATE INDEX "TranscriptLine_endedAt_idx" ON "TranscriptLine"("endedAt");

CREATE TABLE "CallAlert" (
  "alertId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "callId" TEXT NOT NULL,
  "repUserId" TEXT NOT NULL,
  "teamId" TEXT,
  "ruleName" TEXT NOT NULL,
  "ruleVersion" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "family" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "raisedAt" TIMESTAMPTZ(3) NOT NULL,
  "round" INTEGER NOT NULL,
  "speaker" TEXT,
  "lineId" TEXT,
  "words" TEXT[] NOT NULL DEFAULT '{}',
  "measured" DOUBLE PRECISION,
  "status" TEXT NOT NULL,
  "mark" TEXT,
  "markedBy" TEXT,
  "markedAt" TIMESTAMPTZ(3),
  CONSTRAINT "CallAlert_pkey" PRIMARY KEY ("alertId")
);
CREATE UNIQUE INDEX "CallAlert_callId_ruleName_round_key" ON "CallAlert"("callId", "ruleName", "round");
CREATE INDEX "CallAlert_orgId_raisedAt_idx" ON "CallAlert"("orgId", "raisedAt");
CREATE INDEX "CallAlert_raisedAt_idx" ON "CallAlert"("raisedAt");

CREATE TABLE "AlertMute" (
  "orgId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "ruleName" TEXT NOT NULL,
  "until" TIMESTAMPTZ(3),
  CONSTRAINT "AlertMute_pkey" PRIMARY KEY ("orgId", "userId", "ruleName")
);

CREATE TABLE "AlertRulesInForce" (
  "orgId" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "version" TEXT NOT NULL,
  "rules" JSONB NOT NULL,
  CONSTRAINT "AlertRulesInForce_pkey" PRIMARY KEY ("orgId", "since")
);

CREATE TABLE "AlertBacktest" (
  "backtestId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "askedBy" TEXT NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  "status" TEXT NOT NULL,
  "done" INTEGER NOT NULL,
  "total" INTEGER NOT NULL,
  "rule" JSONB NOT NULL,
  "result" JSONB,
  "problem" TEXT,
  CONSTRAINT "AlertBacktest_pkey" PRIMARY KEY ("backtestId")
);
CREATE INDEX "AlertBacktest_orgId_askedAt_idx" ON "AlertBacktest"("orgId", "askedAt");

CREATE TABLE "CallClaim" (
  "callId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "userName" TEXT NOT NULL,
  "claimedAt" TIMESTAMPTZ(3) NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "CallClaim_pkey" PRIMARY KEY ("callId")
);

CREATE TABLE "RepFollow" (
  "orgId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "repUserId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RepFollow_pkey" PRIMARY KEY ("orgId", "userId", "repUserId")
);
CREATE INDEX "RepFollow_orgId_repUserId_idx" ON "RepFollow"("orgId", "repUserId");
