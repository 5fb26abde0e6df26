-- CreateTable
CREATE TABLE "PolicyInForce" (
    "orgId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "version" TEXT NOT NULL,
    "policy" JSONB NOT NULL,

    CONSTRAINT "PolicyInForce_pkey" PRIMARY KEY ("orgId","since")
);

-- CreateIndex
CREATE INDEX "PolicyInForce_orgId_version_idx" ON "PolicyInForce"("orgId", "version");
