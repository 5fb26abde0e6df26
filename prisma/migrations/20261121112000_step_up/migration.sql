-- CreateTable
CREATE TABLE "Pin" (
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL,
    "locks" INTEGER NOT NULL,
    "lockedUntil" TIMESTAMPTZ(3),
    "provedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Pin_pkey" PRIMARY KEY ("orgId","userId")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "credentialId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "provedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("credentialId")
);

-- CreateTable
CREATE TABLE "OneTimeSecret" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OneTimeSecret_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "Passkey_orgId_userId_idx" ON "Passkey"("orgId", "userId");

-- CreateIndex
CREATE INDEX "OneTimeSecret_expiresAt_idx" ON "OneTimeSecret"("expiresAt");
