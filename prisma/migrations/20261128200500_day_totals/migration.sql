-- Totals also by queues and by what the rep said that the call was about.
ALTER TABLE "CallDay"
  ADD COLUMN "queueIds" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "issue" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "saved" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "callBacks" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CallDay" DROP CONSTRAINT "CallDay_pkey";
ALTER TABLE "CallDay" ADD CONSTRAINT "CallDay_pkey"
  PRIMARY KEY ("orgId", "day", "repUserId", "direction", "queueIds", "issue");

-- The totals as the CRM has them.
CREATE TABLE "CallDayWritten" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "issue" TEXT NOT NULL,
  "answered" INTEGER NOT NULL,
  "talkSeconds" BIGINT NOT NULL,
  "monitor" INTEGER NOT NULL,
  "whisper" INTEGER NOT NULL,
  "barge" INTEGER NOT NULL,
  "takeover" INTEGER NOT NULL,
  "helpRequested" INTEGER NOT NULL,
  "transferred" INTEGER NOT NULL,
  "saved" INTEGER NOT NULL,
  "callBacks" INTEGER NOT NULL,
  CONSTRAINT "CallDayWritten_pkey"
    PRIMARY KEY ("orgId", "day", "repUserId", "direction", "queueIds", "issue")
);

-- Who calls again.
CREATE INDEX "Call_callBack_idx" ON "Call"("orgId", "customerPhone", "endedAt")
  WHERE "status" = 'ended' AND "customerPhone" IS NOT NULL;

-- A customer who calls again changes the totals of the days of the calls before.
CREATE FUNCTION dealside_call_back_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  SELECT DISTINCT "orgId", ("answeredAt" AT TIME ZONE dealside_zone("repTimeZone"))::date
  FROM "Call"
  WHERE "orgId" = NEW."orgId" AND "customerPhone" = NEW."customerPhone" AND "status" = 'ended'
    AND "answeredAt" IS NOT NULL
    AND "endedAt" < NEW."startedAt" AND "endedAt" >= NEW."startedAt" - interval '7 days';
  RETURN NULL;
END $$;
CREATE TRIGGER call_back_due AFTER INSERT OR UPDATE OF "status", "customerPhone" ON "Call"
  FOR EACH ROW
  WHEN (NEW."status" = 'ended' AND NEW."direction" = 'inbound' AND NEW."customerPhone" IS NOT NULL)
  EXECUTE FUNCTION dealside_call_back_due();

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day")
SELECT DISTINCT "orgId", ("answeredAt" AT TIME ZONE dealside_zone("repTimeZone"))::date
FROM "Call" WHERE "status" = 'ended' AND "answeredAt" IS NOT NULL;
