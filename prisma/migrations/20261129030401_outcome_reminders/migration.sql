-- When the supervisor was reminded of an outcome that is due. What is due already is shown, and rings
-- for nobody.
ALTER TABLE "Intervention" ADD COLUMN "outcomeRemindedAt" TIMESTAMPTZ(3);
UPDATE "Intervention" SET "outcomeRemindedAt" = now() WHERE "outcomeStatus" = 'due';
CREATE INDEX "Intervention_outcome_due_idx" ON "Intervention" ("leftAt") WHERE "outcomeStatus" = 'due';
