-- CreateTable
CREATE TABLE "PolicySimulation" (
    "simulationId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "result" JSONB,
    "problem" TEXT,

    CONSTRAINT "PolicySimulation_pkey" PRIMARY KEY ("simulationId")
);

-- CreateIndex
CREATE INDEX "PolicySimulation_orgId_askedAt_idx" ON "PolicySimulation"("orgId", "askedAt");

-- CreateIndex
CREATE INDEX "Call_orgId_answeredAt_callId_idx" ON "Call"("orgId", "answeredAt", "callId");
