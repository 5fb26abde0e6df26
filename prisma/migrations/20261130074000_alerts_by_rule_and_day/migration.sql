-- Alerts on a day's calls by rule: a year of them is read without its calls.
CREATE TABLE "AlertDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "ruleName" TEXT NOT NULL,
  "family" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "shown" INTEGER NOT NULL,
  "heldOut" INTEGER NOT NULL,
  "limited" INTEGER NOT NULL,
  "useful" INTEGER NOT NULL,
  "notUseful" INTEGER NOT NULL,
  CONSTRAINT "AlertDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "ruleName", "family")
);

-- The hours of a manager in one row for each date of UTC: bit 0 is the hour from midnight on.
ALTER TABLE "TeamHourDay" RENAME TO "TeamHourDay_before";
ALTER INDEX "TeamHourDay_pkey" RENAME TO "TeamHourDay_before_pkey";
CREATE TABLE "TeamHourDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "teamId" TEXT NOT NULL,
  "date" DATE NOT NULL,
  "hours" INTEGER NOT NULL,
  CONSTRAINT "TeamHourDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "teamId", "date")
);
INSERT INTO "TeamHourDay"
SELECT "orgId", "day", "repUserId", "direction", "queueIds", "teamId",
  ("hour" AT TIME ZONE 'UTC')::date, bit_or(1 << extract(hour FROM "hour" AT TIME ZONE 'UTC')::int)
FROM "TeamHourDay_before" GROUP BY 1, 2, 3, 4, 5, 6, 7;
DROP TABLE "TeamHourDay_before";

-- Days with alerts are counted again.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT c."orgId", (c."answeredAt" AT TIME ZONE dealside_zone(c."repTimeZone"))::date
FROM "CallAlert" a JOIN "Call" c ON c."callId" = a."callId"
WHERE c."status" = 'ended' AND c."answeredAt" IS NOT NULL AND c."practice" IS NULL;
