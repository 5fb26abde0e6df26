-- How long customer and rep spoke on a call. It stays when the words are removed.
CREATE TABLE "CallTalk" (
  "callId" TEXT NOT NULL,
  "orgId" TEXT NOT NULL,
  "customerMs" INTEGER NOT NULL,
  "repMs" INTEGER NOT NULL,
  CONSTRAINT "CallTalk_pkey" PRIMARY KEY ("callId")
);

-- The rep's share of the talk, in ten thousandths: whole numbers have the same sum in any order.
ALTER TABLE "CallResultDay"
  ADD COLUMN "talked" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "repTalk" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "repTalkSquares" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "CallResultPeriod"
  ADD COLUMN "talked" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "repTalk" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "repTalkSquares" BIGINT NOT NULL DEFAULT 0;

-- The hours in which a manager's reps were on calls that could raise alerts.
CREATE TABLE "TeamHourDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "teamId" TEXT NOT NULL,
  "hour" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "TeamHourDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "teamId", "hour")
);

-- Refusals on calls that were answered.
CREATE TABLE "RefusalDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "refusals" INTEGER NOT NULL,
  CONSTRAINT "RefusalDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "code")
);

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
