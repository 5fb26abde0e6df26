-- Alerts that were raised and not shown, beside those that were.
ALTER TABLE "CallDay"
  ADD COLUMN "alertsHeldOut" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "alertsLimited" INTEGER NOT NULL DEFAULT 0;

-- Days with such alerts are counted again.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT c."orgId", (c."answeredAt" AT TIME ZONE dealside_zone(c."repTimeZone"))::date
FROM "CallAlert" a JOIN "Call" c ON c."callId" = a."callId"
WHERE c."status" = 'ended' AND c."answeredAt" IS NOT NULL AND c."practice" IS NULL
  AND a."status" <> 'shown';
