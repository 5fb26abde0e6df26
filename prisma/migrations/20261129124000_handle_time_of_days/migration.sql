-- Hold and after-call work in the totals of days, which the CRM has.
ALTER TABLE "CallDay"
  ADD COLUMN "holdSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "afterCalls" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "afterCallSeconds" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "CallDayWritten"
  ADD COLUMN "holdSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "afterCalls" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "afterCallSeconds" BIGINT NOT NULL DEFAULT 0;

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
