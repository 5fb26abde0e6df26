-- Connections that are no softphone.
ALTER TABLE "Participant" ADD COLUMN "device" TEXT;

-- Where people want calls to reach them.
CREATE TABLE "Reach" (
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "device" TEXT,
    "number" TEXT,
    "confirmedNumber" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "codeNumber" TEXT,
    "codeHash" TEXT,
    "codeUntil" TIMESTAMPTZ(3),
    "codeTries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Reach_pkey" PRIMARY KEY ("orgId","userId")
);
