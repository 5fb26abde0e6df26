-- What was refused on a call that nobody answered counts on the day when the call began.

-- Few calls of a day have a refusal: this finds it without the other entries on the audit.
CREATE INDEX "AuditEntry_refused_idx" ON "AuditEntry"("callId") WHERE "result" = 'refused';
-- Outbound calls too.
DROP INDEX "Call_unanswered_idx";
CREATE INDEX "Call_unanswered_idx" ON "Call"("orgId", "startedAt")
  WHERE "status" = 'ended' AND "answeredAt" IS NULL;

CREATE OR REPLACE FUNCTION dealside_call_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  today DATE;
  before DATE;
BEGIN
  IF NEW."answeredAt" IS NULL AND NEW."direction" <> 'inbound' AND NOT EXISTS (
    SELECT FROM "AuditEntry" a WHERE a."callId" = NEW."callId" AND a."result" = 'refused'
  ) THEN
    RETURN NULL;
  END IF;
  today := (coalesce(NEW."answeredAt", NEW."startedAt")
    AT TIME ZONE dealside_zone(NEW."repTimeZone"))::date;
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
DROP TRIGGER call_day_due ON "Call";
CREATE TRIGGER call_day_due AFTER INSERT OR UPDATE ON "Call" FOR EACH ROW
  WHEN (NEW."status" = 'ended' AND NEW."practice" IS NULL)
  EXECUTE FUNCTION dealside_call_day_due();

-- Refusals are written after the call's own change, and tallies up to a minute later: one that is
-- written once the call has ended makes the call's day due.
CREATE FUNCTION dealside_refused_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  SELECT "orgId", (coalesce("answeredAt", "startedAt")
    AT TIME ZONE dealside_zone("repTimeZone"))::date
  FROM "Call" WHERE "callId" = NEW."callId" AND "orgId" = NEW."orgId"
    AND "status" = 'ended' AND "practice" IS NULL AND NEW."at" <= "endedAt";
  RETURN NULL;
END $$;
CREATE TRIGGER refused_day_due AFTER INSERT ON "AuditEntry" FOR EACH ROW
  WHEN (NEW."result" = 'refused' AND NEW."callId" IS NOT NULL)
  EXECUTE FUNCTION dealside_refused_day_due();

-- Days with such calls are counted again.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT c."orgId", (c."startedAt" AT TIME ZONE dealside_zone(c."repTimeZone"))::date
FROM "AuditEntry" a JOIN "Call" c ON c."callId" = a."callId" AND c."orgId" = a."orgId"
WHERE a."result" = 'refused' AND c."status" = 'ended' AND c."answeredAt" IS NULL
  AND c."practice" IS NULL AND a."at" <= c."endedAt";
