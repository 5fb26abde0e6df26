-- What became of a deal after the first call about it with each highest mode: what the Outcomes page
-- reads. The arrays have a place for each of 7, 14, 30 and 90 days after the call.
CREATE TABLE "DealResult" (
  "orgId" TEXT NOT NULL,
  "opportunityId" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "callId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "repUserId" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "queueIds" TEXT NOT NULL,
  "stageOrder" INTEGER,
  "amount" DOUBLE PRECISION,
  "currency" TEXT,
  "moves" TEXT[] NOT NULL,
  "newOwner" BOOLEAN[] NOT NULL,
  "revenue" DOUBLE PRECISION[] NOT NULL,
  "ownRevenue" DOUBLE PRECISION[] NOT NULL,
  "daysToClose" INTEGER,
  "cycleDays" INTEGER,
  CONSTRAINT "DealResult_pkey" PRIMARY KEY ("orgId", "opportunityId", "mode")
);
CREATE INDEX "DealResult_orgId_day_idx" ON "DealResult"("orgId", "day");

-- Deals whose results are to be worked out again.
CREATE TABLE "DealDue" (
  "dueId" BIGSERIAL NOT NULL,
  "orgId" TEXT NOT NULL,
  "opportunityId" TEXT NOT NULL,
  CONSTRAINT "DealDue_pkey" PRIMARY KEY ("dueId")
);
CREATE INDEX "DealDue_orgId_opportunityId_idx" ON "DealDue"("orgId", "opportunityId");

-- Whatever is known newly of a deal makes it due, in the same transaction. Of a snapshot that is
-- still to be taken nothing is known.
CREATE FUNCTION dealside_deal_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DealDue" ("orgId", "opportunityId")
  SELECT DISTINCT "orgId", "opportunityId" FROM changed WHERE "status" <> 'due' OR TG_OP = 'DELETE';
  RETURN NULL;
END $$;
CREATE TRIGGER deal_due_of_new AFTER INSERT ON "DealSnapshot"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_deal_due();
CREATE TRIGGER deal_due_of_taken AFTER UPDATE ON "DealSnapshot"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_deal_due();
CREATE TRIGGER deal_due_of_gone AFTER DELETE ON "DealSnapshot"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION dealside_deal_due();

CREATE FUNCTION dealside_deal_of_intervention_due() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DealDue" ("orgId", "opportunityId")
  SELECT "orgId", "opportunityId" FROM "DealSnapshot"
  WHERE "callId" = NEW."callId" AND "days" = 0 AND "status" <> 'due';
  RETURN NULL;
END $$;
CREATE TRIGGER deal_of_intervention_due AFTER INSERT OR UPDATE OF "status", "modeHistory"
  ON "Intervention" FOR EACH ROW
  WHEN (NEW."status" = 'ended')
  EXECUTE FUNCTION dealside_deal_of_intervention_due();

-- The deals of before.
INSERT INTO "DealDue" ("orgId", "opportunityId")
SELECT DISTINCT "orgId", "opportunityId" FROM "DealSnapshot" WHERE "status" <> 'due';
