-- Alerts that were shown, and how they were marked, in the totals of days, which the CRM has.
ALTER TABLE "CallDay"
  ADD COLUMN "alertsShown" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "alertsUseful" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "alertsNotUseful" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CallDayWritten"
  ADD COLUMN "alertsShown" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "alertsUseful" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "alertsNotUseful" INTEGER NOT NULL DEFAULT 0;

-- A mark is often given after the call: it makes the totals of the call's day due.
CREATE FUNCTION dealside_marked_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  SELECT "orgId", ("answeredAt" AT TIME ZONE dealside_zone("repTimeZone"))::date
  FROM "Call" WHERE "callId" = NEW."callId"
    AND "status" = 'ended' AND "answeredAt" IS NOT NULL AND "practice" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER marked_day_due AFTER UPDATE OF "mark" ON "CallAlert"
  FOR EACH ROW WHEN (OLD."mark" IS DISTINCT FROM NEW."mark")
  EXECUTE FUNCTION dealside_marked_day_due();

-- Days with alerts are counted again.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT c."orgId", (c."answeredAt" AT TIME ZONE dealside_zone(c."repTimeZone"))::date
FROM "CallAlert" a JOIN "Call" c ON c."callId" = a."callId"
WHERE c."status" = 'ended' AND c."answeredAt" IS NOT NULL AND c."practice" IS NULL
  AND a."status" = 'shown';
