-- The result of a deal, in the bytes of server/store/outcomes/packedDeals.ts: a year is read in a row
-- for each rep instead of a row for each deal.
ALTER TABLE "DealResult"
  DROP COLUMN "known",
  DROP COLUMN "movedOn",
  DROP COLUMN "movedBack",
  DROP COLUMN "won",
  DROP COLUMN "lost",
  DROP COLUMN "gone",
  DROP COLUMN "hasNewOwner",
  DROP COLUMN "revenue7",
  DROP COLUMN "revenue14",
  DROP COLUMN "revenue30",
  DROP COLUMN "revenue90",
  DROP COLUMN "closedBy",
  DROP COLUMN "stageOrder",
  DROP COLUMN "amount",
  DROP COLUMN "currency",
  DROP COLUMN "moves",
  DROP COLUMN "newOwner",
  DROP COLUMN "revenue",
  DROP COLUMN "ownRevenue",
  DROP COLUMN "daysToClose",
  DROP COLUMN "cycleDays",
  ADD COLUMN "packed" BYTEA NOT NULL DEFAULT '';

-- All deals are worked out again, with their bytes.
INSERT INTO "DealDue" ("orgId", "opportunityId")
SELECT DISTINCT "orgId", "opportunityId" FROM "DealResult";
