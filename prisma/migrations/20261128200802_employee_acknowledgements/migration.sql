-- Notices that laws want employees to be given who are monitored: who has acknowledged which.
CREATE TABLE "EmployeeAcknowledgement" (
    "orgId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmployeeAcknowledgement_pkey" PRIMARY KEY ("orgId", "userId", "key", "at")
);
