-- How long customers were on hold, and how long after calls reps said how they went.
ALTER TABLE "Participant"
  ADD COLUMN "heldSince" TIMESTAMPTZ(3),
  ADD COLUMN "heldMs" INTEGER;
ALTER TABLE "CallResultDay"
  ADD COLUMN "holdSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "afterCalls" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "afterCallSeconds" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "CallResultPeriod"
  ADD COLUMN "holdSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "afterCalls" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "afterCallSeconds" BIGINT NOT NULL DEFAULT 0;

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
