-- The totals of each day, from which rates are computed without reading the calls.
CREATE TABLE "CallDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "repName" TEXT NOT NULL,
  "answered" INTEGER NOT NULL,
  "talkSeconds" BIGINT NOT NULL,
  "monitor" INTEGER NOT NULL,
  "whisper" INTEGER NOT NULL,
  "barge" INTEGER NOT NULL,
  "takeover" INTEGER NOT NULL,
  "helpRequested" INTEGER NOT NULL,
  "transferred" INTEGER NOT NULL,
  CONSTRAINT "CallDay_pkey" PRIMARY KEY ("orgId", "day", "repUserId", "direction")
);

CREATE TABLE "InterventionDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "supervisorUserId" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "reasonCode" TEXT NOT NULL,
  "outcomeCode" TEXT NOT NULL,
  "supervisorName" TEXT NOT NULL,
  "interventions" INTEGER NOT NULL,
  "seconds" BIGINT NOT NULL,
  CONSTRAINT "InterventionDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "supervisorUserId", "mode", "reasonCode", "outcomeCode")
);

CREATE TABLE "CallDayDue" (
  "dueId" BIGSERIAL NOT NULL,
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  CONSTRAINT "CallDayDue_pkey" PRIMARY KEY ("dueId")
);
CREATE INDEX "CallDayDue_orgId_day_idx" ON "CallDayDue"("orgId", "day");

-- A time zone that PostgreSQL knows. A name that it does not know must not keep a call from ending.
CREATE FUNCTION dealside_zone(zone TEXT) RETURNS TEXT LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM now() AT TIME ZONE zone;
  RETURN coalesce(zone, 'UTC');
EXCEPTION WHEN OTHERS THEN
  RETURN 'UTC';
END $$;

-- Whatever changes an ended call makes the totals of its day due, in the same transaction.
CREATE FUNCTION dealside_call_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  VALUES (NEW."orgId", (NEW."answeredAt" AT TIME ZONE dealside_zone(NEW."repTimeZone"))::date);
  RETURN NULL;
END $$;
CREATE TRIGGER call_day_due AFTER INSERT OR UPDATE ON "Call" FOR EACH ROW
  WHEN (NEW."status" = 'ended' AND NEW."answeredAt" IS NOT NULL)
  EXECUTE FUNCTION dealside_call_day_due();

CREATE FUNCTION dealside_intervention_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  SELECT "orgId", ("answeredAt" AT TIME ZONE dealside_zone("repTimeZone"))::date FROM "Call"
  WHERE "callId" = NEW."callId" AND "status" = 'ended' AND "answeredAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER intervention_day_due AFTER INSERT OR UPDATE ON "Intervention" FOR EACH ROW
  WHEN (NEW."status" = 'ended')
  EXECUTE FUNCTION dealside_intervention_day_due();

-- The days before.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT "orgId", ("answeredAt" AT TIME ZONE dealside_zone("repTimeZone"))::date
FROM "Call" WHERE "status" = 'ended' AND "answeredAt" IS NOT NULL;
