-- What reps say of their own calls once they are over, and who has not said it yet. Calls that ended
-- before are not asked about.
ALTER TABLE "Call" ADD COLUMN "wrapUps" JSONB;
ALTER TABLE "Call" ADD COLUMN "wrapUpDueBy" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

CREATE INDEX "Call_wrapUpDue_idx" ON "Call" USING GIN ("wrapUpDueBy")
  WHERE "wrapUpDueBy" <> ARRAY[]::TEXT[];
