-- Calls that reps placed, for the limits of an org: kept for a day, and without the number.
CREATE TABLE "Dial" (
    "dialId" TEXT NOT NULL,
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dial_pkey" PRIMARY KEY ("dialId")
);

CREATE INDEX "Dial_orgId_userId_at_idx" ON "Dial"("orgId", "userId", "at");

-- How often a rep was refused a call for the same reason, until the audit has the tally.
CREATE TABLE "RefusedDials" (
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "RefusedDials_pkey" PRIMARY KEY ("orgId", "userId", "code")
);

CREATE INDEX "RefusedDials_since_idx" ON "RefusedDials"("since");
