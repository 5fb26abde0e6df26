-- When supervision began as a program in the team of a manager, as somebody stated it.
CREATE TABLE "ProgramStart" (
  "orgId" TEXT NOT NULL,
  "managerUserId" TEXT NOT NULL,
  "startsOn" DATE NOT NULL,
  "statedByUserId" TEXT NOT NULL,
  "statedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ProgramStart_pkey" PRIMARY KEY ("orgId", "managerUserId")
);
