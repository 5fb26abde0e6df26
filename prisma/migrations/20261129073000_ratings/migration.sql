-- What customers say of calls in the org's survey. Without a call, it belongs to none that is known,
-- or its customer was erased.
CREATE TABLE "CallRating" (
  "orgId" TEXT NOT NULL,
  "answerId" TEXT NOT NULL,
  "callId" TEXT,
  "score" DOUBLE PRECISION,
  "isGood" BOOLEAN,
  "answeredAt" TIMESTAMPTZ(3),
  "isErased" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "CallRating_pkey" PRIMARY KEY ("orgId", "answerId")
);
CREATE INDEX "CallRating_callId_idx" ON "CallRating"("callId");

-- How far the survey of an org is read, by which mapping.
CREATE TABLE "RatingMark" (
  "orgId" TEXT NOT NULL,
  "mapping" TEXT NOT NULL,
  "readUntil" TIMESTAMPTZ(3) NOT NULL,
  "lastId" TEXT NOT NULL,
  "isCaughtUp" BOOLEAN NOT NULL,
  "readAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RatingMark_pkey" PRIMARY KEY ("orgId")
);

ALTER TABLE "CallDay"
  ADD COLUMN "rated" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "satisfied" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CallDayWritten"
  ADD COLUMN "rated" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "satisfied" INTEGER NOT NULL DEFAULT 0;
-- What a joined call takes and saves is counted in the same way.
ALTER TABLE "CallResultDay"
  ADD COLUMN "rated" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "satisfied" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "calledBack" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "talkSeconds" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "CallResultPeriod"
  ADD COLUMN "rated" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "satisfied" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "calledBack" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "talkSeconds" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "HoldOutDay"
  ADD COLUMN "rated" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "satisfied" INTEGER NOT NULL DEFAULT 0;

-- Whatever changes a rating makes the totals of its call's day due, in the same transaction.
CREATE FUNCTION dealside_rating_day_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CallDayDue" ("orgId", "day")
  SELECT DISTINCT c."orgId", (c."answeredAt" AT TIME ZONE dealside_zone(c."repTimeZone"))::date
  FROM changed JOIN "Call" c ON c."callId" = changed."callId"
  WHERE c."status" = 'ended' AND c."answeredAt" IS NOT NULL AND c."practice" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_day_due_of_new AFTER INSERT ON "CallRating"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_rating_day_due();
CREATE TRIGGER rating_day_due_of_changed AFTER UPDATE ON "CallRating"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_rating_day_due();
CREATE TRIGGER rating_day_due_of_former AFTER UPDATE ON "CallRating"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_rating_day_due();
CREATE TRIGGER rating_day_due_of_gone AFTER DELETE ON "CallRating"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_rating_day_due();

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
