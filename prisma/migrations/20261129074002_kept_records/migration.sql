-- Cards, checklists and scorecards as they were read last from the CRM: what differs is audited.
CREATE TABLE "KeptRecords" (
    "orgId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "records" JSONB NOT NULL,

    CONSTRAINT "KeptRecords_pkey" PRIMARY KEY ("orgId","kind")
);
