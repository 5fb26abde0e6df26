-- Moments that reps mark on calls, and what customers say of being monitored.
ALTER TABLE "Call" ADD COLUMN "moments" JSONB;
ALTER TABLE "Call" ADD COLUMN "monitoringChoice" JSONB;

-- The latest choice of a customer is looked up as a call begins.
CREATE INDEX "Call_monitoringChoice_contact_idx" ON "Call" ("orgId", "contactId")
  WHERE "monitoringChoice" IS NOT NULL;
CREATE INDEX "Call_monitoringChoice_phone_idx" ON "Call" ("orgId", "customerPhone")
  WHERE "monitoringChoice" IS NOT NULL;
