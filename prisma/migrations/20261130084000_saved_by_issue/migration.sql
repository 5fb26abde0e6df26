-- What calls were about and how many customers were kept, by who joined: of days, and of four weeks.
CREATE TABLE "IssueDay" (
  "orgId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "issue" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "calls" INTEGER NOT NULL,
  "saved" INTEGER NOT NULL,
  CONSTRAINT "IssueDay_pkey" PRIMARY KEY
    ("orgId", "day", "repUserId", "direction", "queueIds", "issue", "mode")
);
CREATE TABLE "IssuePeriod" (
  "orgId" TEXT NOT NULL,
  "from" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "issue" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "calls" INTEGER NOT NULL,
  "saved" INTEGER NOT NULL,
  CONSTRAINT "IssuePeriod_pkey" PRIMARY KEY
    ("orgId", "from", "repUserId", "direction", "queueIds", "issue", "mode")
);

-- All days are counted again, by what is new.
INSERT INTO "CallDayDue" ("orgId", "day") SELECT DISTINCT "orgId", "day" FROM "CallDay";
