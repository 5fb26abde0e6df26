-- Which suggestions were shown and which held out. What was drawn stays as it was drawn.
CREATE TABLE "HoldOutAssignment" (
  "orgId" TEXT NOT NULL,
  "callId" TEXT NOT NULL,
  "repUserId" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "percent" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "arm" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "HoldOutAssignment_pkey" PRIMARY KEY ("orgId", "callId")
);
CREATE UNIQUE INDEX "HoldOutAssignment_place_key"
  ON "HoldOutAssignment"("orgId", "repUserId", "percent", "position");
CREATE INDEX "HoldOutAssignment_callId_idx" ON "HoldOutAssignment"("callId");

-- What decides the places in a block. Never shown: who knows it knows what comes.
CREATE TABLE "HoldOutSeed" (
  "orgId" TEXT NOT NULL,
  "seed" TEXT NOT NULL,
  CONSTRAINT "HoldOutSeed_pkey" PRIMARY KEY ("orgId")
);

CREATE FUNCTION dealside_refuse_hold_out_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was drawn for a hold-out is append-only';
END $$;
CREATE TRIGGER "assignmentsAreAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE
  ON "HoldOutAssignment" FOR EACH STATEMENT EXECUTE FUNCTION dealside_refuse_hold_out_change();
ALTER TABLE "HoldOutAssignment" ENABLE ALWAYS TRIGGER "assignmentsAreAppendOnly";
CREATE TRIGGER "seedsAreAppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE
  ON "HoldOutSeed" FOR EACH STATEMENT EXECUTE FUNCTION dealside_refuse_hold_out_change();
ALTER TABLE "HoldOutSeed" ENABLE ALWAYS TRIGGER "seedsAreAppendOnly";

-- How the calls of a day went, by what is known of them. `mode` is the highest one, empty where
-- nobody joined; `known` are those whose rep said how it went, `wentWell` those that did.
CREATE TABLE "CallResultDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "isOnDeal" BOOLEAN NOT NULL,
  "askedForHelp" BOOLEAN NOT NULL,
  "calls" INTEGER NOT NULL,
  "known" INTEGER NOT NULL,
  "wentWell" INTEGER NOT NULL,
  CONSTRAINT "CallResultDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "mode", "isOnDeal", "askedForHelp")
);

CREATE TABLE "HoldOutDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "percent" INTEGER NOT NULL,
  "arm" TEXT NOT NULL,
  "drawn" INTEGER NOT NULL,
  "known" INTEGER NOT NULL,
  "wentWell" INTEGER NOT NULL,
  CONSTRAINT "HoldOutDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "percent", "arm")
);

-- What supervisors did on a day: `InterventionDay` by what happened on the way.
CREATE TABLE "SupervisionDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "interventions" INTEGER NOT NULL,
  "seconds" BIGINT NOT NULL,
  "barged" INTEGER NOT NULL,
  "whisperFirst" INTEGER NOT NULL,
  "whisperSkipped" INTEGER NOT NULL,
  "tookOver" INTEGER NOT NULL,
  "handedBack" INTEGER NOT NULL,
  "noticesDue" INTEGER NOT NULL,
  "noticesGiven" INTEGER NOT NULL,
  "acknowledged" INTEGER NOT NULL,
  "helpAsked" INTEGER NOT NULL,
  "helpAnswered" INTEGER NOT NULL,
  "helpSeconds" INTEGER[] NOT NULL,
  CONSTRAINT "SupervisionDay_pkey" PRIMARY KEY ("orgId", "day", "repUserId", "direction")
);

-- The days of calls that are there.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
