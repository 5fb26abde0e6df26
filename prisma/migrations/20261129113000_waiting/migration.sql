-- Callers who waited: how long, and who was not answered. Supervisors' time beside it.
ALTER TABLE "CallDay"
  ADD COLUMN "missed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "abandoned" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "answeredSoon" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "waitSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "supervisedSeconds" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "CallDayWritten"
  ADD COLUMN "missed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "abandoned" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "answeredSoon" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "waitSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "supervisedSeconds" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "CallWeek"
  ADD COLUMN "missed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "abandoned" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "answeredSoon" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "waitSeconds" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "supervisedSeconds" BIGINT NOT NULL DEFAULT 0;

-- Callers whom nobody answered, by when they called.
CREATE INDEX "Call_unanswered_idx" ON "Call"("orgId", "startedAt")
  WHERE "status" = 'ended' AND "answeredAt" IS NULL AND "direction" = 'inbound';

-- A call that nobody answered makes the day on which it came due.
CREATE OR REPLACE FUNCTION dealside_call_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  VALUES (NEW."orgId", (coalesce(NEW."answeredAt", NEW."startedAt")
    AT TIME ZONE dealside_zone(NEW."repTimeZone"))::date);
  RETURN NULL;
END $$;
DROP TRIGGER call_day_due ON "Call";
CREATE TRIGGER call_day_due AFTER INSERT OR UPDATE ON "Call" FOR EACH ROW
  WHEN (NEW."status" = 'ended' AND NEW."practice" IS NULL
    AND (NEW."answeredAt" IS NOT NULL OR NEW."direction" = 'inbound'))
  EXECUTE FUNCTION dealside_call_day_due();

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT "orgId", "day" FROM "CallDay"
UNION
SELECT DISTINCT "orgId", ("startedAt" AT TIME ZONE dealside_zone("repTimeZone"))::date FROM "Call"
WHERE "status" = 'ended' AND "answeredAt" IS NULL AND "direction" = 'inbound' AND "practice" IS NULL;
