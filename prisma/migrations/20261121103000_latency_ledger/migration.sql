-- CreateTable
CREATE TABLE "Latency" (
    "interventionId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "sinceClickMs" INTEGER,
    "carrierAnsweredAt" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3),

    CONSTRAINT "Latency_pkey" PRIMARY KEY ("interventionId","requestId")
);

-- CreateIndex
CREATE INDEX "Latency_orgId_requestedAt_idx" ON "Latency"("orgId", "requestedAt");
