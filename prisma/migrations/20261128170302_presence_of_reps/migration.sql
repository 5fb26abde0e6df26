-- What a rep says, and when a page of the rep was last there.
CREATE TABLE "RepPresence" (
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "awaySince" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "RepPresence_pkey" PRIMARY KEY ("orgId", "userId")
);
