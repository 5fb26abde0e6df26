-- A missed call may get another rep after it was counted, and be on another day then: both days are
-- counted again.
CREATE OR REPLACE FUNCTION dealside_call_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  today DATE := (coalesce(NEW."answeredAt", NEW."startedAt")
    AT TIME ZONE dealside_zone(NEW."repTimeZone"))::date;
  before DATE;
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day") VALUES (NEW."orgId", today);
  IF TG_OP = 'UPDATE' AND OLD."status" = 'ended'
    AND OLD."repTimeZone" IS DISTINCT FROM NEW."repTimeZone" THEN
    before := (coalesce(OLD."answeredAt", OLD."startedAt")
      AT TIME ZONE dealside_zone(OLD."repTimeZone"))::date;
    IF before <> today THEN
      INSERT INTO "CallDayDue" ("orgId", "day") VALUES (NEW."orgId", before);
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Days with unanswered callers, some of whom may have been counted twice, or for no rep.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT "orgId", "day" FROM "CallDay" WHERE "missed" > 0 OR "abandoned" > 0;
