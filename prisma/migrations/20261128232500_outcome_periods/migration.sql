-- What a day is counted into is also told apart by the rep's queues.
ALTER TABLE "InterventionDay" ADD COLUMN "queueIds" TEXT NOT NULL DEFAULT '';
ALTER TABLE "InterventionDay" DROP CONSTRAINT "InterventionDay_pkey";
ALTER TABLE "InterventionDay" ADD CONSTRAINT "InterventionDay_pkey" PRIMARY KEY
  ("orgId", "day", "repUserId", "direction", "queueIds", "supervisorUserId", "mode", "reasonCode", "outcomeCode");

ALTER TABLE "CallResultDay" ADD COLUMN "queueIds" TEXT NOT NULL DEFAULT '';
ALTER TABLE "CallResultDay" DROP CONSTRAINT "CallResultDay_pkey";
ALTER TABLE "CallResultDay" ADD CONSTRAINT "CallResultDay_pkey" PRIMARY KEY
  ("orgId", "day", "repUserId", "direction", "queueIds", "mode", "isOnDeal", "askedForHelp");

ALTER TABLE "HoldOutDay" ADD COLUMN "queueIds" TEXT NOT NULL DEFAULT '';
ALTER TABLE "HoldOutDay" DROP CONSTRAINT "HoldOutDay_pkey";
ALTER TABLE "HoldOutDay" ADD CONSTRAINT "HoldOutDay_pkey" PRIMARY KEY
  ("orgId", "day", "repUserId", "direction", "queueIds", "percent", "arm");

ALTER TABLE "SupervisionDay" ADD COLUMN "queueIds" TEXT NOT NULL DEFAULT '';
ALTER TABLE "SupervisionDay" DROP CONSTRAINT "SupervisionDay_pkey";
ALTER TABLE "SupervisionDay" ADD CONSTRAINT "SupervisionDay_pkey" PRIMARY KEY
  ("orgId", "day", "repUserId", "direction", "queueIds");

-- "CallDay" over a week, whatever the issue, and
CREATE TABLE "CallWeek" (
  "orgId" TEXT NOT NULL,
  "from" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "repName" TEXT NOT NULL,
  "answered" INTEGER NOT NULL,
  "talkSeconds" BIGINT NOT NULL,
  "monitor" INTEGER NOT NULL,
  "whisper" INTEGER NOT NULL,
  "barge" INTEGER NOT NULL,
  "takeover" INTEGER NOT NULL,
  "helpRequested" INTEGER NOT NULL,
  "transferred" INTEGER NOT NULL,
  CONSTRAINT "CallWeek_pkey" PRIMARY KEY ("orgId", "from", "repUserId", "direction", "queueIds")
);

-- "CallResultDay" over four weeks, so that a year is read in a moment.
CREATE TABLE "CallResultPeriod" (
  "orgId" TEXT NOT NULL,
  "from" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "isOnDeal" BOOLEAN NOT NULL,
  "askedForHelp" BOOLEAN NOT NULL,
  "calls" INTEGER NOT NULL,
  "known" INTEGER NOT NULL,
  "wentWell" INTEGER NOT NULL,
  CONSTRAINT "CallResultPeriod_pkey" PRIMARY KEY
    ("orgId", "from", "repUserId", "direction", "queueIds", "mode", "isOnDeal", "askedForHelp")
);

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
