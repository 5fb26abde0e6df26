-- CreateTable
CREATE TABLE "CanaryRun" (
    "runId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "concludedAt" TIMESTAMPTZ(3),
    "progress" DOUBLE PRECISION NOT NULL,
    "status" TEXT NOT NULL,
    "findings" JSONB,
    "problem" TEXT,

    CONSTRAINT "CanaryRun_pkey" PRIMARY KEY ("runId")
);

-- CreateIndex
CREATE INDEX "CanaryRun_startedAt_idx" ON "CanaryRun"("startedAt");
