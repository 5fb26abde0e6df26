-- Since when an org's files of outcomes cannot be written: a restart does not begin the time anew.
CREATE TABLE "OutcomeDropFault" (
  "orgId" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "OutcomeDropFault_pkey" PRIMARY KEY ("orgId")
);
