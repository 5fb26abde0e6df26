-- What people were refused on calls, by code, in the totals of days, which the CRM has.
ALTER TABLE "CallDay"
  ADD COLUMN "refusalCode" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "refused" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "joinsRefused" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CallDay" DROP CONSTRAINT "CallDay_pkey";
ALTER TABLE "CallDay" ADD CONSTRAINT "CallDay_pkey"
  PRIMARY KEY ("orgId", "day", "repUserId", "direction", "queueIds", "issue", "refusalCode");
ALTER TABLE "CallDayWritten"
  ADD COLUMN "refusalCode" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "refused" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "joinsRefused" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CallDayWritten" DROP CONSTRAINT "CallDayWritten_pkey";
ALTER TABLE "CallDayWritten" ADD CONSTRAINT "CallDayWritten_pkey"
  PRIMARY KEY ("orgId", "day", "repUserId", "direction", "queueIds", "issue", "refusalCode");

-- Days with refusals are counted again.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "RefusalDay";
