-- The single keys that a person has chosen, or switched off.
CREATE TABLE "PersonShortcuts" (
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "keys" JSONB NOT NULL,

    CONSTRAINT "PersonShortcuts_pkey" PRIMARY KEY ("orgId", "userId")
);

-- When the deal of a call is expected to close, as YYYY-MM-DD.
ALTER TABLE "Call" ADD COLUMN "closeDate" TEXT;
