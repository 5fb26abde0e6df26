-- What became of the deal of a call, as it was then: one row for each time after the call.
CREATE TABLE "DealSnapshot" (
  "callId" TEXT NOT NULL,
  "days" INTEGER NOT NULL,
  "orgId" TEXT NOT NULL,
  "opportunityId" TEXT NOT NULL,
  "dueAt" TIMESTAMPTZ(3) NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'due',
  "takenAt" TIMESTAMPTZ(3),
  "stage" TEXT,
  "stageOrder" INTEGER,
  "amount" DOUBLE PRECISION,
  "currency" TEXT,
  "corporateAmount" DOUBLE PRECISION,
  "closeDate" DATE,
  "createdAt" TIMESTAMPTZ(3),
  "isClosed" BOOLEAN,
  "isWon" BOOLEAN,
  "ownerId" TEXT,
  "accountId" TEXT,
  CONSTRAINT "DealSnapshot_pkey" PRIMARY KEY ("callId", "days")
);
CREATE INDEX "DealSnapshot_due_idx" ON "DealSnapshot"("orgId", "dueAt") WHERE "status" = 'due';
CREATE INDEX "DealSnapshot_opportunity_idx" ON "DealSnapshot"("orgId", "opportunityId");

-- The opportunity of an ended call: the one that its rep chose, else the one that was found.
CREATE FUNCTION dealside_deal_of(rep TEXT, wrap_ups JSONB, found TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(
    (SELECT coalesce(one->'about'->'opportunity'->>'opportunityId', '')
     FROM jsonb_array_elements(coalesce(wrap_ups, '[]')) AS one
     WHERE one->>'repUserId' = rep AND one ? 'about' LIMIT 1),
    found)
$$;

-- An answered call about a deal has its snapshots due. A deal that the rep chose later is another.
CREATE FUNCTION dealside_deal_snapshots_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  deal TEXT := dealside_deal_of(NEW."repUserId", NEW."wrapUps", NEW."opportunityId");
BEGIN
  DELETE FROM "DealSnapshot"
  WHERE "callId" = NEW."callId" AND "opportunityId" IS DISTINCT FROM deal;
  IF coalesce(deal, '') <> '' THEN
    INSERT INTO "DealSnapshot" ("callId", "days", "orgId", "opportunityId", "dueAt")
    SELECT NEW."callId", days, NEW."orgId", deal, NEW."endedAt" + days * interval '1 day'
    FROM unnest(ARRAY[0, 7, 14, 30, 90]) AS days
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER deal_snapshots_due AFTER INSERT OR UPDATE OF "status", "opportunityId", "wrapUps"
  ON "Call" FOR EACH ROW
  WHEN (NEW."status" = 'ended' AND NEW."answeredAt" IS NOT NULL
    AND (NEW."opportunityId" IS NOT NULL OR NEW."wrapUps" IS NOT NULL))
  EXECUTE FUNCTION dealside_deal_snapshots_due();

-- Of calls before, what is still to come.
INSERT INTO "DealSnapshot" ("callId", "days", "orgId", "opportunityId", "dueAt")
SELECT "callId", days, "orgId", deal, "endedAt" + days * interval '1 day'
FROM (
  SELECT *, dealside_deal_of("repUserId", "wrapUps", "opportunityId") AS deal FROM "Call"
  WHERE "status" = 'ended' AND "answeredAt" IS NOT NULL AND "endedAt" > now() - interval '90 days'
) AS calls, unnest(ARRAY[0, 7, 14, 30, 90]) AS days
WHERE coalesce(deal, '') <> '' AND "endedAt" + days * interval '1 day' > now();
