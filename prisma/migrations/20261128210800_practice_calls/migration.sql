-- A practice call has a scripted customer, and is in no figure of real calls.
ALTER TABLE "Call" ADD COLUMN "practice" JSONB;

-- A rep's practice calls, newest first, and those of an org. There are none in the figures below.
CREATE INDEX "Call_practice_idx" ON "Call" ("orgId", "startedAt") WHERE "practice" IS NOT NULL;

DROP TRIGGER call_day_due ON "Call";
CREATE TRIGGER call_day_due AFTER INSERT OR UPDATE ON "Call" FOR EACH ROW
  WHEN (NEW."status" = 'ended' AND NEW."answeredAt" IS NOT NULL AND NEW."practice" IS NULL)
  EXECUTE FUNCTION dealside_call_day_due();

CREATE OR REPLACE FUNCTION dealside_intervention_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  SELECT "orgId", ("answeredAt" AT TIME ZONE dealside_zone("repTimeZone"))::date FROM "Call"
  WHERE "callId" = NEW."callId" AND "status" = 'ended' AND "answeredAt" IS NOT NULL
    AND "practice" IS NULL;
  RETURN NULL;
END $$;
